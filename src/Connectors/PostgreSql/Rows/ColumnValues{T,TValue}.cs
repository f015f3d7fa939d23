namespace Akka.Flink.Connectors.PostgreSql;

using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;

/// <summary>The values of a column in a batch.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TValue">The type of values.</typeparam>
/// <param name="selector">The value of a record.</param>
/// <param name="rows">How many there may be.</param>
internal sealed class ColumnValues<T, TValue>(Func<T, TValue> selector, int rows) : ColumnValues<T>
{
    private readonly TValue[] _values = new TValue[rows];

    public override void Set(int row, T record) => _values[row] = selector(record);

    public override void Write(NpgsqlBinaryImporter importer, int row, string type)
    {
        if (_values[row] is { } value)
            importer.Write(value, type);
        else
            importer.WriteNull();
    }

    public override string Describe(int row) =>
        _values[row] is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value}") : "null";

    public override void Clear(int rows)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TValue>())
            Array.Clear(_values, 0, rows);
    }
}
