namespace Akka.Flink.StateBenchmarks;

using System.Runtime.CompilerServices;

/// <summary>Batches of random keys, generated as cheaply as the comparison jobs do.</summary>
/// <param name="keyCount">Keys are 0 to this, exclusive.</param>
internal sealed class Batches(long keyCount)
{
    public const int Size = 512;

    private readonly ulong _keys = (ulong)keyCount;
    private readonly ulong _reciprocal = ulong.MaxValue / (ulong)keyCount;
    private ulong _next;

    public long[] Keys { get; } = new long[Size];

    public uint[] Hashes { get; } = new uint[Size];

    public int[] Slots { get; } = new int[Size];

    public void Fill()
    {
        LongCodec codec = default;
        for (var i = 0; i < Size; i++)
        {
            var key = NextKey();
            Keys[i] = key;
            Hashes[i] = codec.Hash(key);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long NextKey()
    {
        var x = Mix(_next++) >> 1;
        var remainder = x - (Math.BigMul(x, _reciprocal, out _) * _keys);
        return (long)(remainder >= _keys ? remainder - _keys : remainder);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
