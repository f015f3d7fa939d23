namespace Akka.Flink.Connectors.PostgreSql;

using System.Collections.Immutable;
using Npgsql;

/// <summary>Rows on their way to the server.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Threads.</b> The task's fills it and hands it over; the writer's sends it and gives it back.</para></remarks>
internal sealed class RowBatch<T>
{
    private readonly ImmutableArray<Column<T>> _columns;
    private readonly ColumnValues<T>[] _values;
    private readonly Func<T, bool>? _deletes;
    private readonly bool[] _isDeleted;
    private readonly long[] _timestamps;

    /// <summary>An empty batch.</summary>
    /// <param name="options">What the sink was built with.</param>
    public RowBatch(SinkOptions<T> options)
    {
        _columns = options.Columns;
        _deletes = options.Deletes;
        _values = new ColumnValues<T>[_columns.Length];
        for (var i = 0; i < _values.Length; i++)
            _values[i] = _columns[i].NewValues(options.BatchSize);
        _isDeleted = new bool[_deletes is null ? 0 : options.BatchSize];
        _timestamps = new long[options.BatchSize];
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    public bool IsFull => Count == _timestamps.Length;

    /// <summary>Adds the row of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="timestampMs">Its event time.</param>
    /// <param name="column">Which column's function is at work, for messages.</param>
    public void Add(T record, long timestampMs, ref int column)
    {
        for (column = 0; column < _values.Length; column++)
            _values[column].Set(Count, record);
        if (_deletes is not null)
            _isDeleted[Count] = _deletes(record);
        _timestamps[Count] = timestampMs;
        Count++;
    }

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
            {
                try
                {
                    _values[column].Write(importer, row, types[column]);
                }
                catch (Exception cause) when (cause is not (NpgsqlException or IOException))
                {
                    throw onRefused(row, column, cause);
                }
            }
        }
    }

    /// <summary>The event time of a row's record.</summary>
    /// <param name="row">The row.</param>
    public long TimestampOf(int row) => _timestamps[row];

    /// <summary>A value in words, for messages.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public string Describe(int row, string column)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i].Name == column)
                return $"{column}={_values[i].Describe(row)}";
        }

        return column;
    }

    /// <summary>Widens a range of event times so that it holds all rows.</summary>
    /// <param name="firstMs">The least.</param>
    /// <param name="lastMs">The greatest.</param>
    public void Widen(ref long firstMs, ref long lastMs)
    {
        for (var row = 0; row < Count; row++)
        {
            firstMs = Math.Min(firstMs, _timestamps[row]);
            lastMs = Math.Max(lastMs, _timestamps[row]);
        }
    }

    public void Clear()
    {
        foreach (var values in _values)
            values.Clear(Count);
        Count = 0;
    }
}
