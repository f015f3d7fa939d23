namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary><c>timers</c>: counts events of a key until it has been quiet.</summary>
internal sealed class CountUntilQuiet : KeyedProcessFunction<long, Event, Row>
{
    private const long IntervalMs = 1000;

    private IValueState<CountAndLast> _state = null!;

    public override void Open(OpenContext context) =>
        _state = RuntimeContext.GetState(new ValueStateDescriptor<CountAndLast>("count-and-last"));

    public override void ProcessElement(Event value, Context context, ICollector<Row> output)
    {
        ref var state = ref _state.GetOrAddRef();
        state.Count++;
        state.LastMs = value.TimestampMs;
        context.TimerService.RegisterEventTimeTimer(((value.TimestampMs / IntervalMs) + 2) * IntervalMs);
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<Row> output)
    {
        if (!_state.TryGet(out var state) || timestamp < state.LastMs + IntervalMs)
            return;

        output.Collect(new Row(context.CurrentKey, state.Count, state.LastMs, timestamp));
        _state.Clear();
    }
}
