namespace Akka.Flink.Conformance.Tests;

/// <summary>Makes watermarks and statuses where a record is marked.</summary>
internal sealed class PunctuatedGenerator : IWatermarkGenerator<Item>
{
    public void OnEvent(Item value, long timestampMs, IWatermarkOutput output)
    {
        switch (value.Mark)
        {
            case "watermark":
                output.EmitWatermark(timestampMs);
                break;
            case "idle":
                output.MarkIdle();
                break;
            case "active":
                output.MarkActive();
                break;
            default:
                break;
        }
    }

    public void OnPeriodicEmit(IWatermarkOutput output)
    {
    }
}
