namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Measuring;

/// <summary>Measures a run from its first event to its last result, and tells what it allocates while tables grow from what it goes on
/// allocating.</summary>
/// <param name="events">How many events the run has.</param>
/// <param name="parallelism">Over how many subtasks of the source.</param>
/// <remarks><para><b>Threads.</b> Any: sources and sinks run on those of tasks.</para></remarks>
internal sealed class RunMeter(long events, int parallelism)
{
    private const double SteadyFrom = 0.75;
    private const double SteadyTo = 0.99;   // closing all windows at the end of the input is no steady state

    private readonly Lock _lock = new();
    private readonly double _share = (double)events / parallelism;
    private bool _hasBegun;
    private long _atFrom = -1;
    private long _atTo = -1;

    /// <summary>At the first event.</summary>
    public Reading Began { get; private set; }

    /// <summary>At the last result.</summary>
    public Reading Ended { get; private set; }

    /// <summary>What was allocated for each event of the last quarter.</summary>
    public double SteadyBytesPerEvent => (_atTo - _atFrom) / (events * (SteadyTo - SteadyFrom));

    /// <summary>A source is about to make a batch.</summary>
    /// <param name="subtask">Which subtask of the source.</param>
    /// <param name="made">How many events it has made before.</param>
    public void OnBatch(int subtask, long made)
    {
        if (!Volatile.Read(ref _hasBegun))
            Begin();
        if (subtask != 0 || made < SteadyFrom * _share)
            return;

        if (_atFrom < 0)
            _atFrom = GC.GetTotalAllocatedBytes(precise: true);
        if (_atTo < 0 && made >= SteadyTo * _share)
            _atTo = GC.GetTotalAllocatedBytes(precise: true);
    }

    /// <summary>A sink has had its last result.</summary>
    public void OnEnd()
    {
        lock (_lock)
            Ended = Reading.Now();
    }

    private void Begin()
    {
        lock (_lock)
        {
            if (_hasBegun)
                return;

            Began = Reading.Now();
            Volatile.Write(ref _hasBegun, true);
        }
    }
}
