namespace Akka.Flink.Host.Rest;

/// <summary>How a job is stopped.</summary>
/// <param name="Savepoint">Whether its last checkpoint is a savepoint, too.</param>
/// <param name="Directory">Where savepoints go: the whole path of a directory that all nodes share; null for
/// <c>execution.checkpointing.savepoint-dir</c>.</param>
/// <param name="Drain">Whether sources end first, as if there were nothing more to read: all windows fire, and the job has
/// finished.</param>
internal sealed record StopRequest(bool Savepoint = false, string? Directory = null, bool Drain = false);
