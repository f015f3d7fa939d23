namespace Akka.Flink.Connectors.PostgreSql;

using Npgsql;

/// <summary>How rows are sent.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal interface IRows<T>
{
    /// <summary>Sends rows, within the transaction that is open, or in one of their own.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="batch">The rows.</param>
    void Run(NpgsqlConnection connection, RowBatch<T> batch);
}
