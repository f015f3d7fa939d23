namespace Akka.Flink.Connectors.Files;

/// <summary>A complete file that waits for its checkpoint.</summary>
/// <param name="PendingName">Its name now, relative to the sink's folder.</param>
/// <param name="FinalName">Its name once the checkpoint is complete, relative to the sink's folder.</param>
/// <param name="Length">How long it is, in bytes.</param>
public sealed record FileCommittable(string PendingName, string FinalName, long Length);
