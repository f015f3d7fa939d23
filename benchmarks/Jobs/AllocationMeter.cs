namespace Akka.Flink.Jobs;

/// <summary>Tells what a run allocates while its tables grow from what it goes on allocating: reads the counter when three quarters of
/// the events are through, and at the end.</summary>
/// <param name="events">How many events the run has.</param>
internal sealed class AllocationMeter(long events)
{
    private readonly long _mark = events - (events / 4);
    private long _atMark = -1;

    /// <summary>What was allocated for each event of the last quarter; NaN before the end.</summary>
    public double SteadyBytesPerEvent { get; private set; } = double.NaN;

    /// <summary>Called with the number of the first event of a batch.</summary>
    public void OnBatch(long first)
    {
        if (first >= _mark && _atMark < 0)
            _atMark = GC.GetTotalAllocatedBytes(precise: true);
    }

    /// <summary>Called when the last event is through.</summary>
    public void OnEnd() => SteadyBytesPerEvent = (GC.GetTotalAllocatedBytes(precise: true) - _atMark) / (double)(events - _mark);
}
