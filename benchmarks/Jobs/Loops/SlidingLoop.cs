namespace Akka.Flink.Jobs.Loops;

using System.Runtime.InteropServices;

/// <summary><c>sliding</c>: windows of ten seconds sliding by one, over shared panes of one second.</summary>
internal static class SlidingLoop
{
    private const long SizeMs = 10_000;
    private const long SlideMs = 1000;

    public static Outcome Run(long events, long keys)
    {
        var generator = new Generator(keys);
        var panes = new OpenPanes();
        var merged = new Dictionary<long, CountAndSum>();
        ulong checksum = 0;
        long results = 0;
        var maxTimestamp = long.MinValue;
        var nextEnd = long.MinValue;
        for (long i = 0; i < events; i++)
        {
            var e = generator.At(i);
            var start = e.TimestampMs - (e.TimestampMs % SlideMs);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(panes.At(start), e.Key, out _);
            sum.Count++;
            sum.Sum += e.Value;
            if (nextEnd == long.MinValue || (panes.Count == 1 && start + SlideMs < nextEnd))
                nextEnd = start + SlideMs;
            if (e.TimestampMs <= maxTimestamp)
                continue;

            maxTimestamp = e.TimestampMs;
            while (nextEnd - 1 <= maxTimestamp - Generator.WatermarkLagMs)
                Fire();
        }

        while (panes.Count > 0)
            Fire();
        return new Outcome(checksum, results);

        void Fire()
        {
            var windowStart = nextEnd - SizeMs;
            for (var i = 0; i < panes.Count && panes[i].Start < nextEnd; i++)
                Merge(panes[i].Sums);
            foreach (var (key, sum) in merged)
                checksum += Generator.Row(key, windowStart, sum.Count, sum.Sum);
            results += merged.Count;
            merged.Clear();
            if (panes.Count > 0 && panes.FirstStart <= windowStart)
                panes.Recycle(panes.RemoveFirst());
            nextEnd += SlideMs;
        }

        void Merge(Dictionary<long, CountAndSum> pane)
        {
            foreach (var (key, sum) in pane)
            {
                ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(merged, key, out _);
                total.Count += sum.Count;
                total.Sum += sum.Sum;
            }
        }
    }
}
