namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;

/// <summary>Emits the pairs of an interval join.</summary>
internal sealed class PairFunction : ProcessJoinFunction<Item, Item, Row>
{
    public override void ProcessElement(Item left, Item right, Context context, ICollector<Row> output) => output.Collect(Row.Of(
        ("key", left.Key),
        ("left", left.Value),
        ("right", right.Value),
        ("leftTs", context.LeftTimestamp),
        ("rightTs", context.RightTimestamp)));
}
