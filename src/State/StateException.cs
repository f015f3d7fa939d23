namespace Akka.Flink.State;

/// <summary>State was used, written or restored in a way that cannot work.</summary>
/// <param name="domain">Whose turn it is.</param>
/// <param name="message">What happened, where, and what to do.</param>
/// <param name="cause">What it was caused by, if anything.</param>
public sealed class StateException(ErrorDomain domain, string message, Exception? cause = null) : FlinkException(domain, message, cause);
