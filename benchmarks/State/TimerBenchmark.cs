namespace Akka.Flink.StateBenchmarks;

using Akka.Flink.State;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Timers;

/// <summary>What does a timer take: new, already known, fired; where all share a timestamp, and where each has its own?</summary>
internal static class TimerBenchmark
{
    public static void Run(int keys)
    {
        var backend = new KeyedStateBackend<long, LongCodec>(
            new KeyedStateSetup("benchmark", 0, new KeyGroupRange(0, 127), 128, new BenchmarkTypes()), default);
        for (long key = 0; key < keys; key++)
            backend.Keys.Retain(backend.Resolve(key));
        backend.EndBatch();
        Measure(keys, backend.GetTimers("shared"), "one timestamp", _ => 1000);
        Measure(keys, backend.GetTimers("spread"), "own timestamps", i => 1_000_000 + (i * 7919L % 100_000_007));
    }

    private static void Measure(int keys, TimerQueue queue, string name, Func<int, long> timestampOf)
    {
        var known = 0.0;
        var added = double.MaxValue;
        var fired = double.MaxValue;
        var bytes = 0.0;
        var batches = new Batches(keys);
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetTotalMemory(true);
            added = Math.Min(added, Once(keys, () => Register(keys, queue, timestampOf)));
            bytes = (double)(GC.GetTotalMemory(true) - before) / keys;
            known = Measured.NsFor(Math.Max(keys, 1_000_000), 2, n => Known(n, batches, queue, timestampOf));
            fired = Math.Min(fired, Once(keys, () => Fire(queue)));
            if (round == 0)
                Console.Write($"{keys,9} timers, {name}: {bytes,6:0.00} bytes each;");
        }

        Console.WriteLine($" new {added,5:0.0} ns, known {known,5:0.0} (with generating the key), fired {fired,5:0.0}");
    }

    private static double Once(int operations, Action run)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        run();
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations;
    }

    private static void Register(int keys, TimerQueue queue, Func<int, long> timestampOf)
    {
        for (var slot = 0; slot < keys; slot++)
            queue.Register(slot, timestampOf(slot));
    }

    private static void Known(int count, Batches batches, TimerQueue queue, Func<int, long> timestampOf)
    {
        for (var i = 0; i < count; i++)
        {
            var slot = (int)batches.NextKey();
            queue.Register(slot, timestampOf(slot));
        }
    }

    private static void Fire(TimerQueue queue)
    {
        while (queue.TryPop(long.MaxValue, out _, out _))
        {
        }
    }
}
