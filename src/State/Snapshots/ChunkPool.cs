namespace Akka.Flink.State.Snapshots;

using System.Buffers;

/// <summary>The memory of chunks on their way: arrays of one length.</summary>
/// <remarks>
/// <para>Not the shared pool, which keeps some arrays for each thread and gives those back to the collector that it has not needed for a
/// while: a task would have to allocate large objects now and then, and wait for a collection that is in progress.</para>
/// <para>It keeps at most 32 MiB, half of what a node may have on its way to a store, for as long as the process lives. Chunks far smaller
/// than an array, which are no large objects, and those that are longer have memory of their own, and so have those that find the pool
/// empty.</para>
/// </remarks>
internal static class ChunkPool
{
    /// <summary>The length of an array.</summary>
    public const int ArrayBytes = 256 * 1024;

    private const int SmallBytes = ArrayBytes / 4;   // of an array this long the collector makes no large object
    private const int Most = 128;

    private static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create(ArrayBytes, Most);

    /// <summary>Gives memory.</summary>
    /// <param name="length">How long it is at least.</param>
    /// <returns>An array of <see cref="ArrayBytes"/>, or, for little and for more than that, a new one of just this length.</returns>
    public static byte[] Rent(int length) =>
        length is <= SmallBytes or > ArrayBytes ? GC.AllocateUninitializedArray<byte>(length) : Pool.Rent(ArrayBytes);

    /// <summary>Takes memory back, which nobody uses any more.</summary>
    /// <param name="rented">What <see cref="Rent"/> gave.</param>
    public static void Return(byte[] rented)
    {
        if (rented.Length == ArrayBytes)
            Pool.Return(rented);
    }
}
