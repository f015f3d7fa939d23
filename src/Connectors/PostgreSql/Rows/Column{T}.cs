namespace Akka.Flink.Connectors.PostgreSql;

/// <summary>A column that is written.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="name">Its name.</param>
internal abstract class Column<T>(string name)
{
    public string Name => name;

    /// <summary>The type of its values.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Makes room for the values of a batch.</summary>
    /// <param name="rows">How many.</param>
    public abstract ColumnValues<T> NewValues(int rows);
}
