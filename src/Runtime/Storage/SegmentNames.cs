namespace Akka.Flink.Runtime;

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

/// <summary>How segments are named: <c>s-&lt;hash of job&gt;-&lt;attempt&gt;-&lt;vertex&gt;-&lt;subtask&gt;-&lt;number&gt;</c>.</summary>
internal static class SegmentNames
{
    private const int MaxLength = 200;
    private const int HashBytes = 6;
    private const int Parts = 6;
    private const int AttemptPart = 2;

    /// <summary>The name of a segment.</summary>
    /// <param name="attempt">The attempt that writes it.</param>
    /// <param name="subtask">The subtask that writes it.</param>
    /// <param name="number">Which segment of this subtask in this attempt, from 1.</param>
    public static SegmentId Of(AttemptId attempt, SubtaskId subtask, int number) => new(string.Create(
        CultureInfo.InvariantCulture, $"{PrefixOf(attempt.Job)}{attempt.Number}-{subtask.Vertex}-{subtask.Index}-{number}"));

    /// <summary>What the names of all segments of a job begin with, and of no other's.</summary>
    /// <param name="job">The job.</param>
    public static string PrefixOf(JobId job)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(job.Value));
        return $"s-{Convert.ToHexStringLower(hash.AsSpan(0, HashBytes))}-";
    }

    /// <summary>Reads from a name which attempt writes the segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="attempt">The number of the attempt.</param>
    /// <returns>False for names that are made otherwise.</returns>
    public static bool TryReadAttempt(SegmentId segment, out int attempt)
    {
        attempt = 0;
        var parts = segment.Value.Split('-');
        return parts.Length == Parts
            && int.TryParse(parts[AttemptPart], NumberStyles.None, CultureInfo.InvariantCulture, out attempt);
    }

    /// <summary>Refuses names that are not fit to be part of a file's name and of a persistence id.</summary>
    /// <param name="segment">The segment.</param>
    /// <exception cref="StorageException">The name is empty, too long, or has other characters than lower-case letters, digits and
    /// dashes.</exception>
    public static void Check(SegmentId segment)
    {
        var name = segment.Value;
        if (string.IsNullOrEmpty(name) || name.Length > MaxLength || name.AsSpan().ContainsAnyExcept(Allowed))
            throw StorageErrors.BadSegmentName(name ?? "");
    }

    /// <summary>Refuses ranges that no writer makes; one that ends before it begins by one is empty.</summary>
    /// <param name="range">The range.</param>
    /// <exception cref="StorageException">It has a name that is not fit, or begins before 1, or ends before it begins.</exception>
    public static void Check(SegmentRange range)
    {
        Check(range.Segment);
        if (range.First < 1 || range.Last < range.First - 1)
            throw StorageErrors.BadRange(range);
    }

    private static ReadOnlySpan<char> Allowed => "abcdefghijklmnopqrstuvwxyz0123456789-";
}
