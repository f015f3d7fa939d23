namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;

/// <summary>Says which of two inputs a record came from.</summary>
internal sealed class TagFunction : CoProcessFunction<Item, Item, Row>
{
    public override void ProcessElement1(Item value, Context context, ICollector<Row> output) => Emit(1, value, context, output);

    public override void ProcessElement2(Item value, Context context, ICollector<Row> output) => Emit(2, value, context, output);

    private static void Emit(long input, Item value, Context context, ICollector<Row> output) => output.Collect(Row.Of(
        ("input", input),
        ("key", value.Key),
        ("value", value.Value),
        ("timestamp", context.Timestamp),
        ("watermark", context.TimerService.CurrentWatermark)));
}
