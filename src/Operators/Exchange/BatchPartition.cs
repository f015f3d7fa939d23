namespace Akka.Flink.Operators;

using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

/// <summary>Which records of a batch go to which target: their positions, target by target.</summary>
/// <remarks>Finding positions first and copying records target by target keeps both loops without branches and without a chain of loads
/// for each record: where a record goes is a matter of chance, which no processor foresees.</remarks>
/// <param name="targets">How many targets there are.</param>
internal sealed class BatchPartition(int targets)
{
    private const int MostTargetsOfVectors = 8;   // each costs a comparison and a compression for every sixteen records

    private readonly int[] _counts = new int[targets];
    private int[] _positions = [];
    private int _stride;

    /// <summary>The positions of a target's records, in order.</summary>
    /// <param name="target">The target.</param>
    public ReadOnlySpan<int> PositionsOf(int target) => _positions.AsSpan(target * _stride, _counts[target]);

    /// <summary>Deals records out.</summary>
    /// <param name="chosen">The targets, by the records' positions.</param>
    /// <param name="from">The first position.</param>
    public void Deal(ReadOnlySpan<int> chosen, int from)
    {
        if (_stride < chosen.Length + Vector512<int>.Count)
        {
            _stride = Math.Max(chosen.Length, RecordBatch<byte>.Capacity) + Vector512<int>.Count;   // vectors are written whole
            _positions = new int[_stride * targets];
        }

        if (Avx512F.IsSupported && targets <= MostTargetsOfVectors)
            DealVectors(chosen, from);
        else if (targets == 2)
            DealToTwo(chosen, from);
        else
            DealToMany(chosen, from);
    }

    // The positions of sixteen records at a time, those of each target moved together.
    private void DealVectors(ReadOnlySpan<int> chosen, int from)
    {
        for (var target = 0; target < targets; target++)
        {
            var own = _positions.AsSpan(target * _stride, _stride);
            var wanted = Vector512.Create(target);
            var positions = Vector512<int>.Indices + Vector512.Create(from);
            var count = 0;
            var i = from;
            for (; i <= chosen.Length - Vector512<int>.Count; i += Vector512<int>.Count)
            {
                var mask = Vector512.Equals(Vector512.Create(chosen[i..]), wanted);
                Avx512F.Compress(Vector512<int>.Zero, mask, positions).CopyTo(own[count..]);
                count += BitOperations.PopCount(mask.ExtractMostSignificantBits());
                positions += Vector512.Create(Vector512<int>.Count);
            }

            for (; i < chosen.Length; i++)
            {
                own[count] = i;
                count += chosen[i] == target ? 1 : 0;
            }

            _counts[target] = count;
        }
    }

    // Each position is written for both, and stays where the count moves on.
    private void DealToTwo(ReadOnlySpan<int> chosen, int from)
    {
        var left = _positions.AsSpan(0, chosen.Length);
        var right = _positions.AsSpan(_stride, chosen.Length);
        var (lefts, rights) = (0, 0);
        for (var i = from; i < chosen.Length; i++)
        {
            left[lefts] = i;
            right[rights] = i;
            var target = chosen[i];
            rights += target;
            lefts += 1 - target;
        }

        (_counts[0], _counts[1]) = (lefts, rights);
    }

    private void DealToMany(ReadOnlySpan<int> chosen, int from)
    {
        var (positions, counts, stride) = (_positions, _counts, _stride);
        Array.Clear(counts);
        for (var i = from; i < chosen.Length; i++)
        {
            var target = chosen[i];
            positions[(target * stride) + counts[target]++] = i;
        }
    }
}
