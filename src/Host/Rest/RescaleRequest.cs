namespace Akka.Flink.Host.Rest;

/// <summary>Another parallelism.</summary>
/// <param name="Parallelism">How many subtasks.</param>
/// <param name="Uid">The operator, or null for all.</param>
internal sealed record RescaleRequest(int Parallelism, string? Uid = null);
