namespace Akka.Flink.Operators;

using Akka.Flink.Sinks;

/// <summary>Hands records to a writer.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal abstract class SinkOperator<T>(OperatorContext context) : Operator(context), IInput<T>, ISinkOperator
{
    private bool _isClosed;

    public bool IsHeld { get; private set; }

    /// <summary>The writer; there from <see cref="Operator.Open"/> on.</summary>
    protected ISinkWriter<T> Writer { get; set; } = null!;

    public int Process(RecordBatch<T> batch, int from)
    {
        try
        {
            var next = Writer.WriteBatch(batch, from);
            IsHeld = next < batch.Count;
            Context.Metrics.RecordsIn += next - from;
            return next;
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.SinkFailed(Context, cause);
        }
    }

    public bool ProcessWatermark(long watermarkMs)
    {
        Context.Metrics.CurrentWatermarkMs = watermarkMs;
        try
        {
            Writer.WriteWatermark(watermarkMs);
            return true;
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.SinkFailed(Context, cause);
        }
    }

    public bool ProcessStatus(bool idle) => true;

    public virtual bool EndInput()
    {
        Flush(endOfInput: true);
        return true;
    }

    public override bool Resume()
    {
        IsHeld = !Writer.IsWritable;
        return !IsHeld;
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not (FlinkException or OperationCanceledException))
        {
            throw OperatorErrors.SinkFailed(Context, cause);
        }
    }

    public override void PrepareSnapshot() => Flush(endOfInput: false);

    public override void Close()
    {
        if (_isClosed)
            return;

        _isClosed = true;
        Writer?.Close();
    }

    private void Flush(bool endOfInput)
    {
        try
        {
            Writer.Flush(endOfInput);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.SinkFailed(Context, cause);
        }
    }
}
