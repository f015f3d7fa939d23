namespace Akka.Flink.Conformance.Tests;

/// <summary>Adds values. The result has key and value only.</summary>
internal sealed class SumFunction : IReduceFunction<Item>
{
    public Item Reduce(Item first, Item second) => new(first.Key, unchecked(first.Value + second.Value));
}
