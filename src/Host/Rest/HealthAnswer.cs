namespace Akka.Flink.Host.Rest;

/// <summary>How a node is.</summary>
/// <param name="Ok">Whether it is well.</param>
/// <param name="Reason">In words.</param>
internal sealed record HealthAnswer(bool Ok, string Reason);
