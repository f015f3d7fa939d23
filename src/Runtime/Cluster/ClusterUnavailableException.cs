namespace Akka.Flink.Runtime;

/// <summary>No job manager answers: the cluster has none at the moment, or it is out of reach. What was asked for may or may not have been
/// done.</summary>
/// <param name="message">What was asked, how long, and what to do.</param>
internal sealed class ClusterUnavailableException(string message) : FlinkException(ErrorDomain.External, message);
