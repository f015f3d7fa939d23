namespace Akka.Flink.StateBenchmarks;

using Akka.Flink.State;
using Akka.Flink.State.Keyed;

/// <summary>How long may one operation take while the table grows from nothing to ten million keys?</summary>
internal static class GrowthBenchmark
{
    private const int Keys = 10_000_000;
    private const int Buckets = 64;   // each 1.41 times as wide as the one before

    public static void Run()
    {
        Grow(300_000, out _);
        var took = Grow(Keys, out var worstNs);
        Console.WriteLine(
            $"growing to {Keys} keys, processor time of an operation, clock included: p50 under {PercentileUs(took, 0.5):0.00} "
            + $"us, p99.9 under {PercentileUs(took, 0.999):0.0}, "
            + $"p99.99 under {PercentileUs(took, 0.9999):0.0}, p99.999 under {PercentileUs(took, 0.99999):0.0}, worst "
            + $"{worstNs / 1000.0:0.0}");
    }

    private static long[] Grow(int keys, out long worstNs)
    {
        var took = new long[Buckets];
        var batches = new Batches(long.MaxValue);
        var backend = new KeyedStateBackend<long, LongCodec>(
            new KeyedStateSetup("benchmark", 0, new KeyGroupRange(0, 127), 128, new BenchmarkTypes()), default);
        var state = backend.GetState(new ValueStateDescriptor<CountAndSum>("sum"));
        worstNs = 0;
        for (var i = 0; i < keys; i++)
        {
            var key = batches.NextKey();
            var start = ThreadClock.NowNs();
            backend.SetCurrent(backend.Resolve(key));
            state.GetOrAddRef().Count = 1;
            if (i % Batches.Size == 0)
                backend.EndBatch();
            var ns = ThreadClock.NowNs() - start;
            worstNs = Math.Max(worstNs, ns);
            took[Math.Min(Buckets - 1, (int)(Math.Log2(Math.Max(ns, 1)) * 2))]++;
        }

        return took;
    }

    // The upper bound of the bucket.
    private static double PercentileUs(long[] buckets, double fraction)
    {
        var left = (long)(buckets.Sum() * (1 - fraction));
        for (var i = Buckets - 1; i >= 0; i--)
        {
            left -= buckets[i];
            if (left < 0)
                return Math.Pow(2, (i + 1) / 2.0) / 1000;
        }

        return 0;
    }
}
