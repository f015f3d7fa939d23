namespace Akka.Flink.Jobs.Engine;

using System.Diagnostics;
using Akka.Flink.Measuring;

/// <summary>Measures a run from its first event to its last result, and tells what it allocates while tables grow from what it goes on
/// allocating.</summary>
/// <param name="events">How many events the run has.</param>
/// <param name="parallelism">Over how many subtasks of the source.</param>
/// <remarks><para><b>Threads.</b> Any: sources and sinks run on those of tasks.</para></remarks>
internal sealed class RunMeter(long events, int parallelism)
{
    private const double SteadyFrom = 0.75;
    private const double SteadyTo = 0.99;

    private readonly Lock _lock = new();
    private readonly double _share = (double)events / parallelism;
    private bool _hasBegun;
    private Reading? _from;
    private Reading? _to;

    /// <summary>At the first event.</summary>
    public Reading Began { get; private set; }

    /// <summary>At the last result.</summary>
    public Reading Ended { get; private set; }

    /// <summary>What was allocated in the last quarter, when tables have grown to their size; closing all windows at the end of the input
    /// is no part of it.</summary>
    public double SteadyBytes => _to!.Value.AllocatedBytes - _from!.Value.AllocatedBytes;

    /// <summary>How many events that quarter has.</summary>
    public double SteadyEvents => events * (SteadyTo - SteadyFrom);

    /// <summary>How long it took.</summary>
    public double SteadySeconds => Stopwatch.GetElapsedTime(_from!.Value.Timestamp, _to!.Value.Timestamp).TotalSeconds;

    /// <summary>A source is about to make a batch.</summary>
    /// <param name="subtask">Which subtask of the source.</param>
    /// <param name="made">How many events it has made before.</param>
    public void OnBatch(int subtask, long made)
    {
        if (!Volatile.Read(ref _hasBegun))
            Begin();
        if (subtask != 0 || made < SteadyFrom * _share)
            return;

        _from ??= Reading.Now();
        if (made >= SteadyTo * _share)
            _to ??= Reading.Now();
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
