namespace Akka.Flink.Windowing;

/// <summary>What an evictor is told beside the records.</summary>
/// <remarks><para><b>Flink.</b> <c>Evictor.EvictorContext</c>.</para></remarks>
public interface IEvictorContext
{
    /// <summary>The current watermark; the smallest long before the first one.</summary>
    long CurrentWatermark { get; }

    /// <summary>The clock, in milliseconds since the epoch.</summary>
    long CurrentProcessingTime { get; }
}
