namespace Akka.Flink.Runtime;

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

/// <summary>Names a segment: a run of chunks with one writer. Made of ids, never of a user's text, so its length is bounded.</summary>
/// <param name="Value">Such as <c>s-1f0c22aa91d3-7-2-0-1</c>: a hash of the job's id, attempt, vertex, subtask, and the number of the
/// segment that this subtask opened.</param>
public readonly record struct SegmentId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>What the names of all segments of a job begin with.</summary>
    /// <param name="job">The job.</param>
    internal static string PrefixOf(JobId job) =>
        $"s-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(job.Value)))[..12]}-";

    /// <summary>The segment of a subtask.</summary>
    /// <param name="attempt">The attempt that writes it.</param>
    /// <param name="subtask">The subtask.</param>
    /// <param name="number">How many the subtask has opened in this attempt, from 1.</param>
    internal static SegmentId Of(AttemptId attempt, SubtaskId subtask, int number) => new(string.Create(
        CultureInfo.InvariantCulture, $"{PrefixOf(attempt.Job)}{attempt.Number}-{subtask.Vertex}-{subtask.Index}-{number}"));
}
