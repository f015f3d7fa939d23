namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;

/// <summary>A function of a stream without keys.</summary>
internal sealed class PlainFunction : ProcessFunction<Item, Row>
{
    public static readonly OutputTag<Row> Odd = new("odd");

    public override void ProcessElement(Item value, Context context, ICollector<Row> output)
    {
        var timers = context.TimerService;
        if (value.Value < 0)
        {
            timers.RegisterEventTimeTimer(0);
            return;
        }

        if (value.Value % 2 != 0)
            context.Output(Odd, value.ToRow());
        output.Collect(Row.Of(
            ("key", value.Key),
            ("value", value.Value),
            ("timestamp", context.Timestamp),
            ("watermark", timers.CurrentWatermark),
            ("processingTime", timers.CurrentProcessingTime)));
    }
}
