namespace Akka.Flink.Testing.Tests;

using Akka.Flink.Functions;

/// <summary>Emits the current watermark.</summary>
internal sealed class WatermarkFunction : KeyedProcessFunction<int, int, long>
{
    public override void ProcessElement(int value, Context context, ICollector<long> output) =>
        output.Collect(context.TimerService.CurrentWatermark);
}
