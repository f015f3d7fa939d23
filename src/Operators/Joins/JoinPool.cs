namespace Akka.Flink.Operators;

using System.Numerics;
using System.Runtime.CompilerServices;

/// <summary>Arrays of buffers, used again when they are not needed any more.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>Owned by one operator. Lengths are powers of two.</remarks>
internal sealed class JoinPool<T>
{
    private const int MinBits = 1;
    private const int MaxKeptEntries = 1 << 20;   // of each length

    private readonly Stack<JoinRecord<T>[]>?[] _spare = new Stack<JoinRecord<T>[]>?[32];

    /// <summary>An array of more than a length.</summary>
    /// <param name="length">The length.</param>
    public JoinRecord<T>[] RentMoreThan(int length)
    {
        var bits = Math.Max(MinBits, BitOperations.Log2((uint)length) + 1);
        return _spare[bits] is { Count: > 0 } spare ? spare.Pop() : new JoinRecord<T>[1 << bits];
    }

    /// <summary>Takes an array back, which nobody may use any more.</summary>
    /// <param name="records">The array.</param>
    public void Return(JoinRecord<T>[] records)
    {
        var spare = _spare[BitOperations.Log2((uint)records.Length)] ??= new Stack<JoinRecord<T>[]>();
        if (spare.Count >= MaxKeptEntries / records.Length)
            return;

        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(records);
        spare.Push(records);
    }
}
