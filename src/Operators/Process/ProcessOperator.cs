namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>Runs a <see cref="ProcessFunction{TIn, TOut}"/>.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal sealed class ProcessOperator<TIn, TOut> : OneInputOperator<TIn, TOut>
{
    private readonly ProcessFunction<TIn, TOut> _function;
    private readonly FunctionContext _context;

    public ProcessOperator(OperatorContext context, Output<TOut> output, ProcessFunction<TIn, TOut> function)
        : base(context, output)
    {
        _function = function;
        _context = new FunctionContext(this);
    }

    public override void Open() => UserFunction.Open(_function, Context, null);

    public override int Process(RecordBatch<TIn> batch, int from)
    {
        var i = from;
        try
        {
            for (; i < batch.Count && IsWritable; i++)
            {
                Output.CurrentTimestamp = batch.Timestamps[i];
                _function.ProcessElement(batch.Values[i].Value, _context, Output);
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.FunctionFailed(Context, null, Output.CurrentTimestamp, cause);
        }

        Context.Metrics.RecordsIn += i - from;
        if (i == batch.Count)
            Flush();
        return i;
    }

    public override void Close() => _function.Close();

    private sealed class FunctionContext(ProcessOperator<TIn, TOut> owner) : ProcessFunction<TIn, TOut>.Context
    {
        public override long? Timestamp => owner.Output.CurrentTimestamp is var at && at != RecordBatch<TOut>.NoTimestamp ? at : null;

        public override ITimerService TimerService { get; } = new PlainTimerService(owner.Context);

        public override void Output<T>(OutputTag<T> tag, T value) => owner.Sides.Collect(tag, value, owner.Output.CurrentTimestamp);
    }
}
