namespace Akka.Flink;

/// <summary>Takes the watermarks that a generator makes.</summary>
/// <remarks><para><b>Flink.</b> <c>WatermarkOutput</c>.</para></remarks>
public interface IWatermarkOutput
{
    /// <summary>Says that no record with a timestamp at or before a time is expected. Marks the output active; one that does not rise is
    /// ignored.</summary>
    /// <param name="timestampMs">Milliseconds since the epoch.</param>
    void EmitWatermark(long timestampMs);

    /// <summary>Says that nobody is to wait for this stream until it is active again.</summary>
    void MarkIdle();

    /// <summary>Says that the stream is to be waited for again.</summary>
    void MarkActive();
}
