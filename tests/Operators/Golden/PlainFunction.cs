namespace Akka.Flink.Operators.Tests.Golden;

using Akka.Flink.Functions;

/// <summary>The golden function <c>plain</c>.</summary>
internal sealed class PlainFunction : ProcessFunction<GoldenRecord, GoldenRecord>
{
    public static readonly OutputTag<GoldenRecord> Odd = new("odd");

    public override void ProcessElement(GoldenRecord value, Context context, ICollector<GoldenRecord> output)
    {
        if (value.Value < 0)
            context.TimerService.RegisterEventTimeTimer(0);
        if ((value.Value & 1) != 0)
            context.Output(Odd, value);
        output.Collect(GoldenRecord.Of(("key", value.Key), ("value", value.Value), ("timestamp", context.Timestamp),
            ("watermark", context.TimerService.CurrentWatermark), ("processingTime", context.TimerService.CurrentProcessingTime)));
    }
}
