namespace Akka.Flink.Operators.Tests.Golden;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>The golden function <c>distinct</c>: a flat map with keyed state.</summary>
internal sealed class DistinctFunction : RichFunction, IFlatMapFunction<GoldenRecord, GoldenRecord>
{
    private IMapState<long, bool> _seen = null!;

    public override void Open(OpenContext context) => _seen = RuntimeContext.GetMapState(new MapStateDescriptor<long, bool>("seen"));

    public void FlatMap(GoldenRecord value, ICollector<GoldenRecord> output)
    {
        if (_seen.Contains(value.Value))
            return;

        _seen.Put(value.Value, true);
        output.Collect(value);
    }
}
