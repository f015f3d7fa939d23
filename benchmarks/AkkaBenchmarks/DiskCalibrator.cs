namespace Akka.Flink.AkkaBenchmarks;

using System.Diagnostics;

/// <summary>What the disk takes to make 4 KiB durable: what a commit costs that waits for it.</summary>
internal static class DiskCalibrator
{
    private const int Writes = 500;

    public static IReadOnlyList<Result> Run(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "sync"), FileMode.Create);
        var page = new byte[4096];
        var elapsedMs = new double[Writes];
        for (var i = 0; i < Writes; i++)
        {
            var started = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            elapsedMs[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(elapsedMs);
        return
        [
            new Result("4 KiB written and synced to this disk, median", elapsedMs[Writes / 2], "ms"),
            new Result("4 KiB written and synced to this disk, p99", elapsedMs[Writes * 99 / 100], "ms"),
        ];
    }
}
