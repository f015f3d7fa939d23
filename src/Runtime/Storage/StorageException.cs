namespace Akka.Flink.Runtime;

/// <summary>State could not be kept or read: a chunk, a segment, or the directory of an embedded process.</summary>
/// <param name="domain">Whose turn it is.</param>
/// <param name="message">What happened, where, and what to do.</param>
/// <param name="cause">What it was caused by, if anything.</param>
public sealed class StorageException(ErrorDomain domain, string message, Exception? cause = null) : FlinkException(domain, message, cause)
{
    /// <summary>Whether another process has what this one needs.</summary>
    public bool IsInUse { get; init; }

    /// <summary>Whether what was written is damaged or gone, so that reading it again will not help.</summary>
    internal bool IsDamage { get; init; }
}
