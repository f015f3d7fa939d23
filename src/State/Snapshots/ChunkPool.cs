namespace Akka.Flink.State.Snapshots;

using System.Buffers;

/// <summary>The memory of chunks on their way.</summary>
/// <remarks>Not the shared pool, which keeps some arrays for each thread and gives those back to the collector that it has not needed for a
/// while: a task would have to allocate large objects now and then, and wait for a collection that is in progress.</remarks>
internal static class ChunkPool
{
    /// <summary>The length of an array.</summary>
    public const int ArrayBytes = 256 * 1024;

    private const int Most = 128;   // 32 MiB: half of what a node may have on its way to a store

    private static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create(ArrayBytes, Most);

    /// <summary>Gives an array; a new one when there is none, or when it is longer than <see cref="ArrayBytes"/>.</summary>
    /// <param name="length">How long it is at least.</param>
    public static byte[] Rent(int length) => Pool.Rent(length);

    /// <summary>Takes an array back.</summary>
    /// <param name="rented">The array, which nobody uses any more.</param>
    public static void Return(byte[] rented)
    {
        if (rented.Length <= ArrayBytes)
            Pool.Return(rented);
    }
}
