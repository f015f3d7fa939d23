namespace Akka.Flink.Host.Rest;

/// <summary>What is under way.</summary>
/// <param name="Path">The directory in which the savepoint is being taken: complete when <c>GET /jobs/{job}/savepoints</c> says so; null
/// when there is none.</param>
internal sealed record SavepointAnswer(string? Path);
