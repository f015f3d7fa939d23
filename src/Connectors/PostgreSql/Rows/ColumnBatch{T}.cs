namespace Akka.Flink.Connectors.PostgreSql;

using System.Collections.Immutable;
using Npgsql;

/// <summary>Rows as the values of columns.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="size">How many there may be.</param>
/// <param name="columns">The columns.</param>
/// <param name="deletes">Which records delete; null for none.</param>
internal sealed class ColumnBatch<T>(int size, ImmutableArray<Column<T>> columns, Func<T, bool>? deletes) : RowBatch<T>(size)
{
    private readonly ColumnValues<T>[] _values = [.. columns.Select(column => column.NewValues(size))];
    private readonly bool[] _isDeleted = new bool[deletes is null ? 0 : size];
    private int _column;

    public override string Doing =>
        _column < columns.Length ? $"the value of column '{columns[_column].Name}'" : "the choice of deletes";

    /// <summary>Sends all rows.</summary>
    /// <param name="importer">Takes them.</param>
    /// <param name="types">The columns' types in the table.</param>
    /// <param name="isStaged">Whether each row's number, and whether it deletes, stands in front.</param>
    /// <param name="onRefused">What is thrown when a value does not fit: of a row and a column.</param>
    public void CopyTo(NpgsqlBinaryImporter importer, string[] types, bool isStaged, Func<int, int, Exception, Exception> onRefused)
    {
        for (var row = 0; row < Count; row++)
        {
            importer.StartRow();
            if (isStaged)
            {
                importer.Write(row);
                importer.Write(_isDeleted.Length > 0 && _isDeleted[row]);
            }

            for (var column = 0; column < _values.Length; column++)
                Write(importer, row, column, types[column], onRefused);
        }
    }

    /// <summary>A value in words, for messages.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public string Describe(int row, string column)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Name == column)
                return $"{column}={_values[i].Describe(row)}";
        }

        return column;
    }

    public override void Clear()
    {
        foreach (var values in _values)
            values.Clear(Count);
        base.Clear();
    }

    protected override void Set(int row, T record)
    {
        for (_column = 0; _column < _values.Length; _column++)
            _values[_column].Set(row, record);
        if (deletes is not null)
            _isDeleted[row] = deletes(record);
    }

    private void Write(
        NpgsqlBinaryImporter importer, int row, int column, string type, Func<int, int, Exception, Exception> onRefused)
    {
        try
        {
            _values[column].Write(importer, row, type);
        }
        catch (Exception cause) when (cause is not (NpgsqlException or IOException))
        {
            throw onRefused(row, column, cause);
        }
    }
}
