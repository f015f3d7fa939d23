namespace Akka.Flink.Host.Nodes;

/// <summary>A node that cannot be started, or cannot go on.</summary>
/// <param name="domain">Whose turn it is.</param>
/// <param name="message">What happened, and what to do.</param>
/// <param name="cause">What it was caused by, if anything.</param>
internal sealed class NodeException(ErrorDomain domain, string message, Exception? cause = null) : FlinkException(domain, message, cause);
