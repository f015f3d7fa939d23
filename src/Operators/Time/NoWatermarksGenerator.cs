namespace Akka.Flink;

/// <summary>Makes no watermarks.</summary>
/// <typeparam name="T">The records' type.</typeparam>
internal sealed class NoWatermarksGenerator<T> : IWatermarkGenerator<T>, IBatchWatermarkGenerator
{
    public void OnEvent(T value, long timestampMs, IWatermarkOutput output)
    {
    }

    public void OnBatch(ReadOnlySpan<long> timestampsMs)
    {
    }

    public void OnPeriodicEmit(IWatermarkOutput output)
    {
    }
}
