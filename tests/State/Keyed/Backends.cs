namespace Akka.Flink.State.Tests.Keyed;

using Akka.Flink.State.Keyed;

/// <summary>Backends of the tests.</summary>
internal static class Backends
{
    public const int MaxParallelism = 16;

    public static KeyedStateBackend<long, LongCodec> New(int subtask = 0, int parallelism = 1, string uid = "op") =>
        new(
            new KeyedStateSetup(uid, subtask, KeyGroupRange.Of(subtask, parallelism, MaxParallelism), MaxParallelism, new TestTypes()),
            default);

    public static List<ReadOnlyMemory<byte>> Snapshot(KeyedStateBackend backend, long id, bool isBase = false)
    {
        var chunks = new ChunkList();
        backend.EndBatch();
        backend.BeginSnapshot(id, isBase, chunks);
        while (!backend.WriteSlice(1000))
        {
        }

        return chunks.Chunks;
    }

    public static void Restore(KeyedStateBackend backend, IEnumerable<ReadOnlyMemory<byte>> chunks)
    {
        foreach (var chunk in chunks)
            backend.Restore(chunk);
        backend.EndRestore();
    }
}
