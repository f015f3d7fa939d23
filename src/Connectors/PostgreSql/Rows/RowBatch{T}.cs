namespace Akka.Flink.Connectors.PostgreSql;

/// <summary>Rows on their way to the server.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="size">How many there may be.</param>
/// <remarks><para><b>Threads.</b> The task's fills it and hands it over; the writer's sends it and gives it back.</para></remarks>
internal abstract class RowBatch<T>(int size)
{
    private readonly long[] _timestamps = new long[size];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    public bool IsFull => Count == _timestamps.Length;

    /// <summary>Which function of the program is at work in <see cref="Add"/>, for messages.</summary>
    public abstract string Doing { get; }

    /// <summary>Adds the row of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="timestampMs">Its event time.</param>
    public void Add(T record, long timestampMs)
    {
        Set(Count, record);
        _timestamps[Count] = timestampMs;
        Count++;
    }

    /// <summary>The event time of a row's record.</summary>
    /// <param name="row">The row.</param>
    public long TimestampOf(int row) => _timestamps[row];

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

    /// <summary>Lets go of all rows.</summary>
    public virtual void Clear() => Count = 0;

    /// <summary>Makes the row of a record.</summary>
    /// <param name="row">Its number in the batch.</param>
    /// <param name="record">The record.</param>
    protected abstract void Set(int row, T record);
}
