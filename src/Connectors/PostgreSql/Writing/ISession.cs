namespace Akka.Flink.Connectors.PostgreSql;

/// <summary>How rows get into the table over one connection.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Threads.</b> The writer's.</para></remarks>
internal interface ISession<T> : IDisposable
{
    /// <summary>Connects, and checks what can be checked.</summary>
    /// <param name="ending">Set when the subtask ends.</param>
    void Open(CancellationToken ending);

    /// <summary>Sends rows.</summary>
    /// <param name="batch">The rows.</param>
    void Write(RowBatch<T> batch);

    /// <summary>Prepares what was sent to be committed.</summary>
    /// <param name="checkpointId">The checkpoint.</param>
    /// <returns>What is to be committed; null where there is nothing, or it is committed already.</returns>
    PostgreSqlTransaction? Prepare(long checkpointId);
}
