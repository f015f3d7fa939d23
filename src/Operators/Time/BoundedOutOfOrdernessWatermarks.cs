namespace Akka.Flink;

/// <summary>The largest timestamp so far, less a bound, less one, at each interval.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <remarks><para><b>Flink.</b> <c>BoundedOutOfOrdernessWatermarks</c>; a bound of zero is
/// <c>AscendingTimestampsWatermarks</c>.</para></remarks>
internal sealed class BoundedOutOfOrdernessWatermarks<T>(long boundMs) : IWatermarkGenerator<T>, IBatchWatermarkGenerator
{
    private long _maxTimestampMs = long.MinValue + boundMs + 1;   // so that nothing is below the smallest long

    public void OnEvent(T value, long timestampMs, IWatermarkOutput output) => _maxTimestampMs = Math.Max(_maxTimestampMs, timestampMs);

    public void OnBatch(ReadOnlySpan<long> timestampsMs)
    {
        var max = _maxTimestampMs;
        foreach (var timestampMs in timestampsMs)
            max = Math.Max(max, timestampMs);
        _maxTimestampMs = max;
    }

    public void OnPeriodicEmit(IWatermarkOutput output) => output.EmitWatermark(_maxTimestampMs - boundMs - 1);
}
