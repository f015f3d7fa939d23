namespace Akka.Flink.Runtime.Tests.Storage.Support;

using System.Diagnostics;

/// <summary>How fast a store takes chunks, beside a bare file that is synced after each two megabytes, in the same folder.</summary>
internal static class Throughput
{
    private const int ChunkBytes = 256 << 10;
    private const int ChunkCount = 256;
    private const int ChunksForEachSync = 8;

    public static double MegabytesPerSecond(TimeSpan elapsed) => (double)ChunkBytes * ChunkCount / (1 << 20) / elapsed.TotalSeconds;

    public static async Task<TimeSpan> OfStoreAsync(IChunkStore store, SegmentId segment)
    {
        var chunk = Chunks.Make(segment, 1, ChunkBytes);
        var progress = new Progress();
        var watch = Stopwatch.StartNew();
        var writer = store.Open(segment, progress.Add);
        for (var i = 0; i < ChunkCount; i++)
        {
            await progress.UntilAsync(() => writer.IsWritable, "the writer is writable");
            writer.Append(chunk);
        }

        await progress.UntilPersistedAsync(ChunkCount);
        return watch.Elapsed;
    }

    public static async Task<TimeSpan> OfReadingAsync(IChunkStore store, SegmentId segment)
    {
        var watch = Stopwatch.StartNew();
        var count = 0;
        await foreach (var chunk in store.ReadAsync(new SegmentRange(segment, 1, ChunkCount), CancellationToken.None))
            count += chunk.Length;
        Assert.Equal(ChunkBytes * ChunkCount, count);
        return watch.Elapsed;
    }

    public static TimeSpan OfFile(string path)
    {
        var chunk = Chunks.Make(new SegmentId("raw"), 1, ChunkBytes);
        var watch = Stopwatch.StartNew();
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        for (var i = 0; i < ChunkCount; i++)
        {
            RandomAccess.Write(handle, chunk, (long)i * ChunkBytes);
            if (i % ChunksForEachSync == ChunksForEachSync - 1)
                RandomAccess.FlushToDisk(handle);
        }

        return watch.Elapsed;
    }
}
