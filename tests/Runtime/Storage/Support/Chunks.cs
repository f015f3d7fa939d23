namespace Akka.Flink.Runtime.Tests.Storage.Support;

using System.Buffers.Binary;

/// <summary>Chunks whose content follows from segment, number and size, so that what is read can be told from what was written.</summary>
internal static class Chunks
{
    public static byte[] Make(SegmentId segment, long number, int size)
    {
        var bytes = new byte[size];
        var seed = segment.Value.Aggregate(17, static (hash, letter) => unchecked(hash * 31 + letter));
        new Random(unchecked(seed * 31 + (int)number)).NextBytes(bytes);
        if (size >= sizeof(long))
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return bytes;
    }

    public static int SizeOf(long number) => (int)(number * 977 % 4096);

    /// <summary>Writes chunks 1 to <paramref name="count"/>, no faster than the store allows, and waits until they are durable.</summary>
    public static async Task<Progress> WriteAsync(IChunkStore store, SegmentId segment, int count, Func<long, int>? size = null)
    {
        var progress = new Progress();
        var writer = store.Open(segment, progress.Add);
        for (var number = 1L; number <= count; number++)
        {
            await progress.UntilAsync(() => writer.IsWritable || progress.Failure is not null, "the writer is writable");
            writer.Append(Make(segment, number, (size ?? SizeOf)(number)));
        }

        writer.Close();
        await progress.UntilPersistedAsync(count);
        return progress;
    }

    public static async Task<List<byte[]>> ReadAsync(IChunkStore store, SegmentId segment, long first, long last)
    {
        var read = new List<byte[]>();
        await foreach (var chunk in store.ReadAsync(new SegmentRange(segment, first, last), CancellationToken.None))
            read.Add(chunk.ToArray());
        return read;
    }

    public static async Task AssertReadableAsync(IChunkStore store, SegmentId segment, long first, long last, Func<long, int>? size = null)
    {
        var read = await ReadAsync(store, segment, first, last);
        Assert.Equal(last - first + 1, read.Count);
        for (var i = 0; i < read.Count; i++)
            Assert.Equal(Make(segment, first + i, (size ?? SizeOf)(first + i)), read[i]);
    }
}
