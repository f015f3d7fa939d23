namespace Akka.Flink.Operators.Tests.Golden;

using Akka.Flink.Functions;

/// <summary>The golden function <c>tag</c>.</summary>
internal sealed class TagFunction : CoProcessFunction<GoldenRecord, GoldenRecord, GoldenRecord>
{
    public override void ProcessElement1(GoldenRecord value, Context context, ICollector<GoldenRecord> output) =>
        Emit(1, value, context, output);

    public override void ProcessElement2(GoldenRecord value, Context context, ICollector<GoldenRecord> output) =>
        Emit(2, value, context, output);

    private static void Emit(int input, GoldenRecord value, Context context, ICollector<GoldenRecord> output) =>
        output.Collect(GoldenRecord.Of(
        ("input", input), ("key", value.Key), ("value", value.Value), ("timestamp", context.Timestamp), (
            "watermark", context.TimerService.CurrentWatermark)));
}
