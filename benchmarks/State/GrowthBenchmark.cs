namespace Akka.Flink.StateBenchmarks;

using System.Diagnostics;
using Akka.Flink.State;
using Akka.Flink.State.Keyed;

/// <summary>How long may one operation take while the table grows from nothing to ten million keys? Beside a thread that only watches the clock.</summary>
internal static class GrowthBenchmark
{
    private const int Keys = 10_000_000;

    public static void Run()
    {
        Grow(100_000, out _);
        var hiccups = new long[65];
        var stop = false;
        var meter = new Thread(() => Watch(hiccups, ref stop));
        meter.Start();
        var took = Grow(Keys, out var worst);
        Volatile.Write(ref stop, true);
        meter.Join();
        Console.WriteLine($"growing to {Keys}: p99.99 under {Percentile(took, 0.9999):0.0} us, p99.999 under {Percentile(took, 0.99999):0.0} us, worst {worst / 1000.0:0.0} us; an idle loop beside it: worst under {Percentile(hiccups, 1):0.0} us");
    }

    private static long[] Grow(int keys, out double worstNs)
    {
        var took = new long[65];
        var batches = new Batches(long.MaxValue);
        var backend = new KeyedStateBackend<long, LongCodec>(new KeyedStateSetup("benchmark", 0, new KeyGroupRange(0, 127), 128, new BenchmarkTypes()), default);
        var state = backend.GetState(new ValueStateDescriptor<CountAndSum>("sum"));
        worstNs = 0;
        for (var i = 0; i < keys; i++)
        {
            var key = batches.NextKey();
            var start = Stopwatch.GetTimestamp();
            backend.SetCurrent(backend.Resolve(key));
            state.GetOrAddRef().Count = 1;
            if (i % Batches.Size == 0)
                backend.EndBatch();
            var ns = (Stopwatch.GetTimestamp() - start) * 1e9 / Stopwatch.Frequency;
            worstNs = Math.Max(worstNs, ns);
            took[Math.Min(64, (int)(Math.Log2(Math.Max(ns, 1)) * 2))]++;
        }

        return took;
    }

    private static void Watch(long[] hiccups, ref bool stop)
    {
        var last = Stopwatch.GetTimestamp();
        while (!Volatile.Read(ref stop))
        {
            var now = Stopwatch.GetTimestamp();
            hiccups[Math.Min(64, (int)(Math.Log2(Math.Max((now - last) * 1e9 / Stopwatch.Frequency, 1)) * 2))]++;
            last = now;
        }
    }

    // The upper bound of the bucket, in microseconds.
    private static double Percentile(long[] buckets, double fraction)
    {
        var left = (long)(buckets.Sum() * (1 - fraction));
        for (var i = 64; i >= 0; i--)
        {
            left -= buckets[i];
            if (left < 0)
                return Math.Pow(2, (i + 1) / 2.0) / 1000;
        }

        return 0;
    }
}
