namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>Runs a <see cref="CoProcessFunction{TFirst, TSecond, TOut}"/>.</summary>
/// <typeparam name="TFirst">The type of the first input.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal sealed class CoProcessOperator<TFirst, TSecond, TOut> : TwoInputOperator<TFirst, TSecond, TOut>
{
    private readonly CoProcessFunction<TFirst, TSecond, TOut> _function;
    private readonly FunctionContext _context;

    public CoProcessOperator(OperatorContext context, Output<TOut> output, CoProcessFunction<TFirst, TSecond, TOut> function)
        : base(context, output)
    {
        _function = function;
        _context = new FunctionContext(this);
    }

    public override void Open() => UserFunction.Open(_function, Context, null);

    public override void Close() => _function.Close();

    protected override int ProcessFirst(RecordBatch<TFirst> batch, int from)
    {
        var i = from;
        try
        {
            for (; i < batch.Count && IsWritable; i++)
            {
                Output.CurrentTimestamp = batch.Timestamps[i];
                _function.ProcessElement1(batch.Values[i].Value, _context, Output);
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.FunctionFailed(Context, null, Output.CurrentTimestamp, cause);
        }

        return Done(i, from, batch.Count);
    }

    protected override int ProcessSecond(RecordBatch<TSecond> batch, int from)
    {
        var i = from;
        try
        {
            for (; i < batch.Count && IsWritable; i++)
            {
                Output.CurrentTimestamp = batch.Timestamps[i];
                _function.ProcessElement2(batch.Values[i].Value, _context, Output);
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.FunctionFailed(Context, null, Output.CurrentTimestamp, cause);
        }

        return Done(i, from, batch.Count);
    }

    private int Done(int next, int from, int count)
    {
        Context.Metrics.RecordsIn += next - from;
        if (next == count)
            Flush();
        return next;
    }

    private sealed class FunctionContext(CoProcessOperator<TFirst, TSecond, TOut> owner) : CoProcessFunction<TFirst, TSecond, TOut>.Context
    {
        public override long? Timestamp => owner.Output.CurrentTimestamp is var at && at != RecordBatch<TOut>.NoTimestamp ? at : null;

        public override ITimerService TimerService { get; } = new PlainTimerService(owner.Context);

        public override void Output<T>(OutputTag<T> tag, T value) => owner.Sides.Collect(tag, value, owner.Output.CurrentTimestamp);
    }
}
