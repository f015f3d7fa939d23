namespace Akka.Flink.Cluster.Tests.Support;

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

/// <summary>What an attempt began from, as <c>status --format json</c> says it: <c>restores: [{checkpoint, positions}]</c>.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="At">When it began.</param>
/// <param name="Checkpoint">The checkpoint; null for the start of everything.</param>
/// <param name="Ranges">What its sources had still to read.</param>
internal sealed partial record Restore(int Attempt, DateTimeOffset At, string? Checkpoint, IReadOnlyList<(long Next, long End)> Ranges)
{
    /// <summary>Reads them.</summary>
    /// <param name="job">What the status says of the job.</param>
    public static IReadOnlyList<Restore> AllOf(JsonElement job) =>
    [
        .. job.GetProperty("restores").EnumerateArray().Select(restore => new Restore(
            restore.GetProperty("attempt").GetInt32(),
            restore.GetProperty("at").GetDateTimeOffset(),
            restore.GetProperty("checkpoint").GetString(),
            [.. restore.GetProperty("positions").EnumerateArray().Select(position => RangeOf(position.GetString()!))])),
    ];

    /// <summary>Whether the attempt was still to read a number.</summary>
    /// <param name="number">The number.</param>
    public bool IsAhead(long number) =>
        Checkpoint is null || Ranges.Any(range => number >= range.Next && number < range.End);

    private static (long Next, long End) RangeOf(string position)
    {
        var numbers = Position().Match(position);
        Assert.True(numbers.Success, $"The status names a position that is none of a range: {position}");
        return (Number(numbers.Groups["next"]), Number(numbers.Groups["end"]));
    }

    private static long Number(Group digits) => long.Parse(digits.ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("^range .* at record (?<next>[0-9,]+) of those before (?<end>[0-9,]+)$")]
    private static partial Regex Position();
}
