namespace Akka.Flink.Connectors.PostgreSql;

/// <summary>Who prepared a transaction, as its name says.</summary>
/// <param name="Job">A hash of the job.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Attempt">The attempt of the job.</param>
internal readonly record struct TransactionOwner(string Job, int Subtask, long Attempt);
