namespace Akka.Flink.Testing.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Counts by key, and emits the count when the key has been silent for a minute.</summary>
internal sealed class CountWithTimeoutFunction : KeyedProcessFunction<string, (string Key, string Value, long At), (string Key, long Count)>
{
    private const long TimeoutMs = 60_000;

    private IValueState<(long Count, long LastModified)> _state = null!;

    public override void Open(OpenContext context) =>
        _state = RuntimeContext.GetState(new ValueStateDescriptor<(long Count, long LastModified)>("count"));

    public override void ProcessElement(
        (string Key, string Value, long At) value, Context context, ICollector<(string Key, long Count)> output)
    {
        _state.Update((_state.Value.Count + 1, value.At));
        context.TimerService.RegisterEventTimeTimer(value.At + TimeoutMs);
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<(string Key, long Count)> output)
    {
        if (_state.Value.LastModified + TimeoutMs == timestamp)
            output.Collect((context.CurrentKey, _state.Value.Count));
    }
}
