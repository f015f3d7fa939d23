namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Runs a <see cref="BroadcastProcessFunction{TIn, TBroadcast, TOut}"/>.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TBroadcast">The type of broadcast records.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal sealed class BroadcastProcessOperator<TIn, TBroadcast, TOut> : TwoInputOperator<TIn, TBroadcast, TOut>
{
    private readonly BroadcastProcessFunction<TIn, TBroadcast, TOut> _function;
    private readonly BroadcastStates _states;
    private readonly RecordContext _recordContext;
    private readonly BroadcastContext _broadcastContext;

    public BroadcastProcessOperator(
        OperatorContext context,
        Output<TOut> output,
        BroadcastProcessFunction<TIn, TBroadcast, TOut> function,
        MapStateDescriptor[] descriptors)
        : base(context, output)
    {
        _function = function;
        _states = new BroadcastStates(context, descriptors);
        _recordContext = new RecordContext(this);
        _broadcastContext = new BroadcastContext(this);
    }

    public override void Open()
    {
        _states.Open();
        UserFunction.Open(_function, Context, null);
    }

    public override void Close() => _function.Close();

    protected override int ProcessFirst(RecordBatch<TIn> batch, int from)
    {
        var i = from;
        try
        {
            for (; i < batch.Count && IsWritable; i++)
            {
                Output.CurrentTimestamp = batch.Timestamps[i];
                _function.ProcessElement(batch.Values[i].Value, _recordContext, Output);
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.FunctionFailed(Context, null, Output.CurrentTimestamp, cause);
        }

        return Done(i, from, batch.Count);
    }

    protected override int ProcessSecond(RecordBatch<TBroadcast> batch, int from)
    {
        var i = from;
        try
        {
            for (; i < batch.Count && IsWritable; i++)
            {
                Output.CurrentTimestamp = batch.Timestamps[i];
                _function.ProcessBroadcastElement(batch.Values[i].Value, _broadcastContext, Output);
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

    private sealed class RecordContext(BroadcastProcessOperator<TIn, TBroadcast, TOut> owner)
        : BroadcastProcessFunction<TIn, TBroadcast, TOut>.ReadOnlyContext
    {
        public override long? Timestamp => owner.Output.CurrentTimestamp is var at && at != RecordBatch<TOut>.NoTimestamp ? at : null;

        public override long CurrentWatermark => owner.CurrentWatermark;

        public override long CurrentProcessingTime => owner.Context.Clock.NowMs;

        public override IReadOnlyBroadcastState<TMapKey, TValue> GetBroadcastState<TMapKey, TValue>(
            MapStateDescriptor<TMapKey, TValue> descriptor) =>
            owner._states.Of(descriptor);

        public override void Output<T>(OutputTag<T> tag, T value) => owner.Sides.Collect(tag, value, owner.Output.CurrentTimestamp);
    }

    private sealed class BroadcastContext(BroadcastProcessOperator<TIn, TBroadcast, TOut> owner)
        : BroadcastProcessFunction<TIn, TBroadcast, TOut>.Context
    {
        public override long Timestamp => owner.Output.CurrentTimestamp;

        public override long CurrentWatermark => owner.CurrentWatermark;

        public override long CurrentProcessingTime => owner.Context.Clock.NowMs;

        public override IBroadcastState<TMapKey, TValue> GetBroadcastState<TMapKey, TValue>(
            MapStateDescriptor<TMapKey, TValue> descriptor) =>
            owner._states.Of(descriptor);

        public override void Output<T>(OutputTag<T> tag, T value) => owner.Sides.Collect(tag, value, owner.Output.CurrentTimestamp);
    }
}
