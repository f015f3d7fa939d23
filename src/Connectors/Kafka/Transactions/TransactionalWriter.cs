namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sinks;

/// <summary>Writes the records of a subtask in transactions, one between two checkpoints; none where there are no records.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para><b>Output.</b> The records of a partition keep their order, also over checkpoints: a transaction has another client than the one
/// before, whose records could be overtaken, so nothing is taken until brokers have all of them.</para>
/// <para><b>Threads.</b> The task's. What was written before a barrier is flushed on another thread.</para>
/// <para><b>Flink.</b> Flushes in <c>prepareCommit</c>, and blocks its task meanwhile.</para>
/// </remarks>
internal sealed class TransactionalWriter<T> : ICommittingSinkWriter<T, KafkaTransaction, long>
{
    private readonly TransactionPool _pool;
    private readonly MessageMaker<T> _messages;
    private readonly WriterMetrics _metrics;
    private TransactionalProducer? _open;
    private Task _flushing = Task.CompletedTask;
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
    public bool IsWritable => _open?.Records.IsWritable ?? (_flushing.IsCompleted && _pool.IsReady);

    /// <inheritdoc/>
    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (_open is { } open)
            return new(open.Records.Deliveries.WaitAsync(cancellationToken));
        return new(_flushing.IsCompleted ? _pool.WaitAsync(cancellationToken) : WaitForFlushAsync(cancellationToken));
    }

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
        var prepared = _pool.PrepareAsync(open, checkpointId);
        _flushing = prepared;
        return prepared;
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

    // Whether it succeeds is the checkpoint's affair.
    private async Task WaitForFlushAsync(CancellationToken cancellationToken)
    {
        await _flushing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
