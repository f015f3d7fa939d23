namespace Akka.Flink.Connectors.PostgreSql;

/// <summary>A column that is written.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TValue">The type of its values.</typeparam>
/// <param name="name">Its name.</param>
/// <param name="selector">Its value of a record.</param>
internal sealed class Column<T, TValue>(string name, Func<T, TValue> selector) : Column<T>(name)
{
    public override Type ValueType => typeof(TValue);

    public override ColumnValues<T> NewValues(int rows) => new ColumnValues<T, TValue>(selector, rows);
}
