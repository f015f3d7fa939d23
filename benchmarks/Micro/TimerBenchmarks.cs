namespace Akka.Flink.MicroBenchmarks;

using Akka.Flink.State;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Timers;
using Akka.Flink.StateBenchmarks;
using BenchmarkDotNet.Attributes;

/// <summary>Register timers of all keys and fire them, beside a priority queue with a set that knows which are there.</summary>
public class TimerBenchmarks
{
    private const int Keys = 100_000;

    private readonly PriorityQueue<int, long> _queue = new();
    private readonly HashSet<(int Slot, long TimestampMs)> _known = [];
    private readonly long[] _timestamps = new long[Keys];
    private TimerQueue _timers = null!;

    /// <summary>How many distinct timestamps there are.</summary>
    [Params(1, Keys)]
    public int Timestamps { get; set; }

    /// <summary>Makes keys and timestamps.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var backend = new KeyedStateBackend<long, LongCodec>(
            new KeyedStateSetup("benchmark", 0, new KeyGroupRange(0, 127), 128, new BenchmarkTypes()), default);
        for (var key = 0; key < Keys; key++)
        {
            backend.Keys.Retain(backend.Resolve(key));
            _timestamps[key] = 1_000_000 + (key * 7919L % Timestamps);
        }

        backend.EndBatch();
        _timers = backend.GetTimers("timers");
    }

    /// <summary>The priority queue.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Keys)]
    public void PriorityQueue()
    {
        for (var slot = 0; slot < Keys; slot++)
        {
            if (_known.Add((slot, _timestamps[slot])))
                _queue.Enqueue(slot, _timestamps[slot]);
        }

        while (_queue.TryDequeue(out var slot, out var timestampMs))
            _known.Remove((slot, timestampMs));
    }

    /// <summary>The timers of an operator.</summary>
    [Benchmark(OperationsPerInvoke = Keys)]
    public void Timers()
    {
        for (var slot = 0; slot < Keys; slot++)
            _timers.Register(slot, _timestamps[slot]);
        while (_timers.TryPop(long.MaxValue, out _, out _))
        {
        }
    }
}
