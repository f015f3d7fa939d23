namespace Akka.Flink;

/// <summary>Makes watermarks from records, from the clock, or both.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <remarks><para><b>Threads.</b> One for each subtask, or split, of a source; called by one thread. Its state is not part of
/// snapshots.</para><para><b>Flink.</b> <c>WatermarkGenerator</c>.</para></remarks>
public interface IWatermarkGenerator<in T>
{
    /// <summary>Called for each record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">Its timestamp in milliseconds since the epoch; the smallest long when it has none.</param>
    /// <param name="output">Takes watermarks.</param>
    void OnEvent(T value, long timestampMs, IWatermarkOutput output);

    /// <summary>Called at the interval <c>pipeline.auto-watermark-interval</c> of the clock.</summary>
    /// <param name="output">Takes watermarks.</param>
    void OnPeriodicEmit(IWatermarkOutput output);
}
