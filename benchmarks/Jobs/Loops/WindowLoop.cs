namespace Akka.Flink.Jobs.Loops;

using System.Runtime.InteropServices;

/// <summary><c>window</c>: tumbling windows of one second, a dictionary for each open one.</summary>
internal static class WindowLoop
{
    private const long SizeMs = 1000;

    public static Outcome Run(long events, long keys)
    {
        var generator = new Generator(keys);
        var open = new OpenPanes();
        ulong checksum = 0;
        long results = 0;
        var maxTimestamp = long.MinValue;
        for (long i = 0; i < events; i++)
        {
            var e = generator.At(i);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(open.At(e.TimestampMs - (e.TimestampMs % SizeMs)), e.Key, out _);
            sum.Count++;
            sum.Sum += e.Value;
            if (e.TimestampMs <= maxTimestamp)
                continue;

            maxTimestamp = e.TimestampMs;
            while (open.Count > 0 && open.FirstStart + SizeMs - 1 <= maxTimestamp - Generator.WatermarkLagMs)
                Fire();
        }

        while (open.Count > 0)
            Fire();
        return new Outcome(checksum, results);

        void Fire()
        {
            var start = open.FirstStart;
            var window = open.RemoveFirst();
            foreach (var (key, sum) in window)
                checksum += Generator.Row(key, start, sum.Count, sum.Sum);
            results += window.Count;
            open.Recycle(window);
        }
    }
}
