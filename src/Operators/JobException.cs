namespace Akka.Flink;

/// <summary>A job cannot be built, or one of its operators failed.</summary>
/// <param name="domain">Whose turn it is.</param>
/// <param name="message">What happened, where, and what to do.</param>
/// <param name="cause">What it was caused by, if anything.</param>
public sealed class JobException(ErrorDomain domain, string message, Exception? cause = null) : FlinkException(domain, message, cause);
