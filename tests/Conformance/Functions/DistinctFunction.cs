namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Lets the first record of each value of its key pass.</summary>
internal sealed class DistinctFunction : RichFunction, IFlatMapFunction<Item, Item>
{
    private IMapState<long, bool> _seen = null!;

    public override void Open(OpenContext context) => _seen = RuntimeContext.GetMapState(new MapStateDescriptor<long, bool>("seen"));

    public void FlatMap(Item value, ICollector<Item> output)
    {
        if (_seen.Contains(value.Value))
            return;

        _seen.Put(value.Value, true);
        output.Collect(value);
    }
}
