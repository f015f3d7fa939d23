namespace Akka.Flink.Runtime;

/// <summary>What the control database says of the cluster that uses it.</summary>
/// <param name="Node">The node that said so last.</param>
/// <param name="ExpiresAtMs">How long that counts, by the database's clock.</param>
internal sealed record PresenceRow(string Node, long ExpiresAtMs);
