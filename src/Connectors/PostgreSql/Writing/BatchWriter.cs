namespace Akka.Flink.Connectors.PostgreSql;

using System.Collections.Concurrent;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;

/// <summary>Turns records into rows, and hands those over in batches to a thread of its own that talks to the server.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para>Two batches may wait; then it takes no more. What a checkpoint waits for is done on that thread, too, while records go on.</para>
/// <para><b>Threads.</b> The task's; a timer's hands over what has waited for the batch interval.</para>
/// </remarks>
internal sealed class BatchWriter<T> : ICommittingSinkWriter<T, PostgreSqlTransaction, long>
{
    private const int MostWaiting = 2;

    private readonly SinkOptions<T> _options;
    private readonly string _where;
    private readonly ISession<T> _session;
    private readonly WriterThread _thread;
    private readonly ConcurrentBag<RowBatch<T>> _spare = [];
    private readonly Lock _handingOver = new();
    private readonly ITimer? _timer;
    private RowBatch<T> _batch;
    private bool _isClosed;

    /// <summary>Connects; it waits for that.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="options">What the sink was built with.</param>
    /// <param name="session">How rows get into the table.</param>
    public BatchWriter(ISinkContext context, SinkOptions<T> options, ISession<T> session)
    {
        (_options, _session, _where) = (options, session, SinkPlaces.Of(context));
        _batch = new RowBatch<T>(options);
        _thread = new WriterThread($"{context.OperatorName} {context.SubtaskIndex}", MostWaiting, session.Dispose);
        try
        {
            _thread.AskAsync(() =>
            {
                session.Open(_thread.Ending);
                return true;
            }).GetAwaiter().GetResult();
        }
        catch
        {
            _thread.Dispose();
            throw;
        }

        if (options.BatchInterval > TimeSpan.Zero)
            _timer = TimeProvider.System.CreateTimer(_ => HandOverLate(), null, options.BatchInterval, options.BatchInterval);
    }

    /// <inheritdoc/>
    public bool IsWritable => _thread.HasRoom;

    /// <inheritdoc/>
    public ValueTask WaitAsync(CancellationToken cancellationToken) => new(_thread.WaitAsync(cancellationToken));

    public void Write(T value, long timestampMs)
    {
        lock (_handingOver)
        {
            _thread.ThrowIfFailed();
            Add(value, timestampMs);
        }
    }

    /// <inheritdoc/>
    public int WriteBatch(RecordBatch<T> batch, int from)
    {
        lock (_handingOver)
        {
            _thread.ThrowIfFailed();
            var i = from;
            for (; i < batch.Count && _thread.HasRoom; i++)
                Add(batch.Values[i].Value, batch.Timestamps[i]);
            return i;
        }
    }

    // What a checkpoint needs is prepared behind this, without waiting.
    public void Flush(bool endOfInput)
    {
        HandOverAll();
        if (endOfInput)
            _thread.AskAsync(static () => true).GetAwaiter().GetResult();
    }

    public IReadOnlyList<PostgreSqlTransaction> PrepareCommit() => PrepareCommitAsync(0).GetAwaiter().GetResult();

    public Task<IReadOnlyList<PostgreSqlTransaction>> PrepareCommitAsync(long checkpointId)
    {
        HandOverAll();
        return _thread.AskAsync<IReadOnlyList<PostgreSqlTransaction>>(
            () => _session.Prepare(checkpointId) is { } prepared ? [prepared] : []);
    }

    public IReadOnlyList<long> SnapshotState(long checkpointId) => [];

    public void Close()
    {
        if (_isClosed)
            return;

        _isClosed = true;
        _timer?.Dispose();
        _thread.Dispose();
    }

    private void Add(T value, long timestampMs)
    {
        var column = -1;
        try
        {
            _batch.Add(value, timestampMs, ref column);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            var doing = column < _options.Columns.Length
                ? $"the value of column '{_options.Columns[column].Name}'"
                : "the choice of deletes";
            throw PostgreSqlErrors.FunctionFailed(_where, doing, timestampMs, cause);
        }

        if (_batch.IsFull)
            HandOver();
    }

    private void HandOverAll()
    {
        lock (_handingOver)
        {
            _thread.ThrowIfFailed();
            if (_batch.Count > 0)
                HandOver();
        }
    }

    private void HandOverLate()
    {
        lock (_handingOver)
        {
            if (_batch.Count > 0 && _thread.HasRoom && !_isClosed)
                HandOver();
        }
    }

    private void HandOver()
    {
        var full = _batch;
        _batch = _spare.TryTake(out var spare) ? spare : new RowBatch<T>(_options);
        _thread.Post(() =>
        {
            _session.Write(full);
            full.Clear();
            _spare.Add(full);
        });
    }
}
