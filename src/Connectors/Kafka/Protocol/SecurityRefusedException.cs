namespace Akka.Flink.Connectors.Kafka;

/// <summary>A broker refuses the credentials of this side, or this side the broker's.</summary>
/// <param name="reason">Why.</param>
/// <param name="cause">What it came from.</param>
internal sealed class SecurityRefusedException(string reason, Exception? cause = null) : Exception(reason, cause);
