namespace Akka.Flink.Connectors.PostgreSql;

using Npgsql;

/// <summary>The values of a column in a batch.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal abstract class ColumnValues<T>
{
    /// <summary>Takes the value of a record.</summary>
    /// <param name="row">Its row in the batch.</param>
    /// <param name="record">The record.</param>
    public abstract void Set(int row, T record);

    /// <summary>Sends a value.</summary>
    /// <param name="importer">Takes it.</param>
    /// <param name="row">The row.</param>
    /// <param name="type">The column's type in the table.</param>
    public abstract void Write(NpgsqlBinaryImporter importer, int row, string type);

    /// <summary>A value in words, for messages.</summary>
    /// <param name="row">The row.</param>
    public abstract string Describe(int row);

    /// <summary>Lets go of the values.</summary>
    /// <param name="rows">How many there are.</param>
    public abstract void Clear(int rows);
}
