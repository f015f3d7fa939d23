namespace Akka.Flink.Runtime;

/// <summary>A job has finished in an earlier run, so there is nothing to do.</summary>
/// <param name="message">When, and what it wrote.</param>
public sealed class JobFinishedException(string message) : FlinkException(ErrorDomain.Definition, message);
