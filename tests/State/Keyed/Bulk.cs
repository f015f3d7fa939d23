namespace Akka.Flink.State.Tests.Keyed;

/// <summary>A large value.</summary>
internal sealed record Bulk(byte[] Bytes);
