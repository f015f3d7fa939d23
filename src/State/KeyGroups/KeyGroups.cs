namespace Akka.Flink.State;

using System.Numerics;

/// <summary>From the hash of a key to its key group, and from there to the subtask that owns it.</summary>
/// <remarks>Flink: <c>KeyGroupRangeAssignment</c> and <c>MathUtils.murmurHash</c>; equal hashes give the same numbers.</remarks>
public static class KeyGroups
{
    /// <summary>The least maximum parallelism that is chosen when none is configured.</summary>
    public const int DefaultLowerBound = 1 << 7;

    /// <summary>The key group of a key.</summary>
    /// <param name="hash">The key's stable hash.</param>
    /// <param name="maxParallelism">How many key groups the job has.</param>
    /// <returns>0 to <paramref name="maxParallelism"/> - 1.</returns>
    public static int Of(uint hash, int maxParallelism) => Murmur(hash) % maxParallelism;

    /// <summary>The subtask that owns a key group.</summary>
    /// <param name="keyGroup">The key group.</param>
    /// <param name="parallelism">How many subtasks there are.</param>
    /// <param name="maxParallelism">How many key groups the job has.</param>
    /// <returns>0 to <paramref name="parallelism"/> - 1.</returns>
    public static int SubtaskOf(int keyGroup, int parallelism, int maxParallelism) => keyGroup * parallelism / maxParallelism;

    /// <summary>The maximum parallelism of a step for which none is configured: half as much again as its parallelism, rounded up to a
    /// power of two.</summary>
    /// <param name="parallelism">The step's parallelism.</param>
    /// <returns>128 to 32768.</returns>
    public static int DefaultMaxParallelism(int parallelism) =>
        (int)Math.Clamp(
            BitOperations.RoundUpToPowerOf2((uint)parallelism + ((uint)parallelism / 2)), DefaultLowerBound, KeyGroupRange.MaxKeyGroups);

    /// <summary>Murmur3 of one 32-bit word with seed 0, made non-negative as Flink does.</summary>
    /// <param name="code">The word.</param>
    internal static int Murmur(uint code)
    {
        code *= 0xcc9e2d51;
        code = BitOperations.RotateLeft(code, 15);
        code *= 0x1b873593;

        code = BitOperations.RotateLeft(code, 13);
        code = (code * 5) + 0xe6546b64;

        code ^= 4;
        code ^= code >> 16;
        code *= 0x85ebca6b;
        code ^= code >> 13;
        code *= 0xc2b2ae35;
        code ^= code >> 16;

        // The absolute value, and 0 for the smallest integer. Without a branch: no processor foresees the sign of a hash.
        var sign = (int)code >> 31;
        return (((int)code ^ sign) - sign) & int.MaxValue;
    }

    /// <summary>The subtasks that own keys.</summary>
    /// <param name="hashes">The keys' stable hashes.</param>
    /// <param name="subtasks">Receives the subtasks, by the hashes' positions.</param>
    /// <param name="parallelism">How many subtasks there are.</param>
    /// <param name="maxParallelism">How many key groups the job has.</param>
    internal static void SubtasksOf(ReadOnlySpan<uint> hashes, Span<int> subtasks, int parallelism, int maxParallelism)
    {
        var done = BitOperations.IsPow2(maxParallelism) && Vector.IsHardwareAccelerated
            ? SubtasksOfVectors(hashes, subtasks, parallelism, maxParallelism)
            : 0;
        for (var i = done; i < hashes.Length; i++)
            subtasks[i] = SubtaskOf(Of(hashes[i], maxParallelism), parallelism, maxParallelism);
    }

    // With a power of two the remainder is a mask and the quotient a shift: as many hashes at a time as a vector has.
    private static int SubtasksOfVectors(ReadOnlySpan<uint> hashes, Span<int> subtasks, int parallelism, int maxParallelism)
    {
        var mask = new Vector<int>(maxParallelism - 1);
        var factor = new Vector<int>(parallelism);
        var shift = BitOperations.Log2((uint)maxParallelism);
        var done = 0;
        for (; done <= hashes.Length - Vector<uint>.Count; done += Vector<uint>.Count)
        {
            var keyGroups = Murmur(new Vector<uint>(hashes[done..])) & mask;
            ((keyGroups * factor) >>> shift).CopyTo(subtasks[done..]);
        }

        return done;
    }

    private static Vector<int> Murmur(Vector<uint> code)
    {
        code *= 0xcc9e2d51;
        code = (code << 15) | (code >>> 17);
        code *= 0x1b873593;

        code = (code << 13) | (code >>> 19);
        code = (code * 5) + new Vector<uint>(0xe6546b64);

        code ^= new Vector<uint>(4);
        code ^= code >>> 16;
        code *= 0x85ebca6b;
        code ^= code >>> 13;
        code *= 0xc2b2ae35;
        code ^= code >>> 16;
        return Vector.Abs(Vector.AsVectorInt32(code)) & new Vector<int>(int.MaxValue);
    }
}
