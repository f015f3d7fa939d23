namespace Akka.Flink.Runtime;

/// <summary>The savepoint that a job began from.</summary>
/// <param name="Directory">Where it was.</param>
/// <param name="Id">What tells it from others, wherever it is: a hash of its manifest.</param>
/// <param name="Checkpoint">The checkpoint that it is.</param>
/// <param name="AllowsUnclaimed">Whether state may be left behind that no operator of the job claims.</param>
internal sealed record SavepointOrigin(string Directory, string Id, CheckpointId Checkpoint, bool AllowsUnclaimed);
