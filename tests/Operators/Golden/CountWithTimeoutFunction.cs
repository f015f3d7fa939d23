namespace Akka.Flink.Operators.Tests.Golden;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>The golden function <c>countWithTimeout</c>.</summary>
internal sealed class CountWithTimeoutFunction(long timeoutMs) : KeyedProcessFunction<string, GoldenRecord, GoldenRecord>
{
    private IValueState<(long Count, long LastModified)> _state = null!;

    public override void Open(OpenContext context) =>
        _state = RuntimeContext.GetState(new ValueStateDescriptor<(long Count, long LastModified)>("state"));

    public override void ProcessElement(GoldenRecord value, Context context, ICollector<GoldenRecord> output)
    {
        var timestamp = context.Timestamp ?? throw new InvalidOperationException("elements need timestamps");
        _state.Update((_state.Value.Count + 1, timestamp));
        context.TimerService.RegisterEventTimeTimer(unchecked(timestamp + timeoutMs));
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<GoldenRecord> output)
    {
        if (_state.TryGet(out var state) && timestamp == unchecked(state.LastModified + timeoutMs))
            output.Collect(GoldenRecord.Of(("key", context.CurrentKey), ("count", state.Count)));
    }
}
