namespace Akka.Flink.Runtime;

/// <summary>What a node says of itself when it registers with the job manager, and again every second.</summary>
/// <param name="Node">Its unique address, 'akka.tcp://system@host:port#uid': what slots are named by.</param>
/// <param name="Slots">How many slots it offers.</param>
/// <param name="Version">The version of Akka.Flink that it runs.</param>
/// <param name="RestUrl">Where its REST API is, or <see langword="null"/> if it has none.</param>
internal sealed record NodeDescription(string Node, int Slots, string Version, string? RestUrl);
