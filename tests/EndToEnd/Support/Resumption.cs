namespace Akka.Flink.EndToEnd.Tests.Support;

using System.Globalization;
using System.Text.RegularExpressions;

/// <summary>Where an attempt began, as it was printed.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Checkpoint">The number of the checkpoint; 0 for none.</param>
/// <param name="Byte">The byte at which reading goes on, over all files; 0 from the beginning.</param>
/// <param name="Line">How many lines were read before, over all files.</param>
internal sealed partial record Resumption(int Attempt, long Checkpoint, long Byte, long Line)
{
    /// <summary>Reads what a process printed.</summary>
    /// <param name="text">Its standard error.</param>
    /// <returns>One for each attempt.</returns>
    public static IReadOnlyList<Resumption> ReadAll(string text)
    {
        var found = new List<Resumption>();
        foreach (var line in text.Split('\n'))
        {
            if (Began().Match(line) is { Success: true } began)
                found.Add(new Resumption((int)Number(began, 1), began.Groups[2].Success ? Number(began, 2) : 0, 0, 0));
            else if (found.Count > 0 && Position().Match(line) is { Success: true } position)
                found[^1] = found[^1] with { Byte = found[^1].Byte + Number(position, 1), Line = found[^1].Line + Number(position, 2) };
        }

        return found;
    }

    private static long Number(Match match, int group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Attempt (\d+) of job '.*' (?:resumes from checkpoint (\d+) of attempt \d+:|starts afresh\.)")]
    private static partial Regex Began();

    [GeneratedRegex(@"^  at .* at byte (\d+) \((\d+) lines read")]
    private static partial Regex Position();
}
