namespace Akka.Flink.Connectors.PostgreSql;

/// <summary>A transaction that is prepared and waits for its checkpoint: what another process needs to commit it, and to say what is lost
/// if it cannot.</summary>
/// <param name="Gid">Its name, as <c>pg_prepared_xacts</c> has it.</param>
/// <param name="Subtask">The subtask that it belongs to.</param>
/// <param name="Epoch">The writer that prepared it: drawn anew by each.</param>
/// <param name="CheckpointId">Its checkpoint; <see cref="long.MaxValue"/> at the end of the input.</param>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows it holds.</param>
/// <param name="FirstTimestampMs">The least event time of their records.</param>
/// <param name="LastTimestampMs">The greatest event time of their records.</param>
internal sealed record PostgreSqlTransaction(
    string Gid, int Subtask, string Epoch, long CheckpointId, string Table, long Rows, long FirstTimestampMs, long LastTimestampMs);
