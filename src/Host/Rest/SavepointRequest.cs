namespace Akka.Flink.Host.Rest;

/// <summary>A savepoint that is wanted.</summary>
/// <param name="Directory">Where savepoints go: the whole path of a directory that all nodes share; null for
/// <c>execution.checkpointing.savepoint-dir</c>.</param>
internal sealed record SavepointRequest(string? Directory = null);
