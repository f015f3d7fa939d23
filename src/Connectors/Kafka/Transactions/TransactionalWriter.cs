namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sinks;

/// <summary>Writes the records of a subtask in transactions, one between two checkpoints; none where there are no records.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Threads.</b> The task's. What was written before a barrier is flushed on another thread, while the next transaction is
/// written.</para></remarks>
internal sealed class TransactionalWriter<T> : ICommittingSinkWriter<T, KafkaTransaction, long>
{
    private readonly TransactionPool _pool;
    private readonly MessageMaker<T> _messages;
    private readonly WriterMetrics _metrics;
    private TransactionalProducer? _open;
    private bool _isClosed;

    /// <summary>A writer.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="options">What the sink was built with.</param>
    /// <param name="pool">Its producers.</param>
    public TransactionalWriter(ISinkContext context, KafkaSinkOptions<T> options, TransactionPool pool)
    {
        _pool = pool;
        _messages = new MessageMaker<T>(WriterMetrics.PlaceOf(context), options);
        _metrics = new WriterMetrics(context);
    }

    /// <inheritdoc/>
    public bool IsWritable => _open?.Records.IsWritable ?? _pool.IsReady;

    /// <inheritdoc/>
    public ValueTask WaitAsync(CancellationToken cancellationToken) =>
        new(_open?.Records.Deliveries.WaitAsync(cancellationToken) ?? _pool.WaitAsync(cancellationToken));

    public void Write(T value, long timestampMs)
    {
        _open ??= _pool.Take();
        _open.Produce(_messages.Make(value, timestampMs));
    }

    // Nothing to wait for: what is prepared is flushed then.
    public void Flush(bool endOfInput)
    {
        var (errors, isDown) = (0, false);
        foreach (var producer in _open is null ? _pool.Idle : _pool.Idle.Prepend(_open))
        {
            errors += producer.Records.Deliveries.Log.Errors;
            isDown |= producer.Records.Deliveries.Log.IsDown;
        }

        _metrics.Update(errors, isDown);
        _open?.Records.ThrowIfFailed();
    }

    public IReadOnlyList<KafkaTransaction> PrepareCommit() => PrepareCommitAsync(0).GetAwaiter().GetResult();

    public Task<IReadOnlyList<KafkaTransaction>> PrepareCommitAsync(long checkpointId)
    {
        if (_open is not { } open)
            return Task.FromResult<IReadOnlyList<KafkaTransaction>>([]);

        _open = null;
        return _pool.PrepareAsync(open, checkpointId);
    }

    public IReadOnlyList<long> SnapshotState(long checkpointId) => [];

    public void Close()
    {
        if (_isClosed)
            return;

        _isClosed = true;
        _pool.Close(_open);
        _open = null;
    }
}
