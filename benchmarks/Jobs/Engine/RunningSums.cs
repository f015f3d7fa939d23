namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary><c>running</c>: count and sum of a key, emitted for each event; and where several sources make their order a matter of chance,
/// once more at the end of the input.</summary>
/// <param name="emitsFinals">Whether the last pair of each key is emitted at the end.</param>
internal sealed class RunningSums(bool emitsFinals) : KeyedProcessFunction<long, Event, Row>
{
    /// <summary>Marks the last row of a key.</summary>
    public const long IsFinal = 1;

    private IValueState<CountAndSum> _sums = null!;

    public override void Open(OpenContext context) => _sums = RuntimeContext.GetState(new ValueStateDescriptor<CountAndSum>("sums"));

    public override void ProcessElement(Event value, Context context, ICollector<Row> output)
    {
        ref var sum = ref _sums.GetOrAddRef();
        if (emitsFinals && sum.Count == 0)
            context.TimerService.RegisterEventTimeTimer(long.MaxValue);
        sum.Count++;
        sum.Sum += value.Value;
        output.Collect(new Row(value.Key, sum.Count, sum.Sum, 0));
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<Row> output)
    {
        if (_sums.TryGet(out var sum))
            output.Collect(new Row(context.CurrentKey, sum.Count, sum.Sum, IsFinal));
    }
}
