namespace Akka.Flink.Runtime;

/// <summary>Names a job over all its runs: what the same command resumes.</summary>
/// <param name="Value">Letters, digits and dashes, at most 64; made by <c>pipeline.job-id</c>, or of the job's name and a hash of program
/// and
/// arguments.</param>
public readonly record struct JobId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
