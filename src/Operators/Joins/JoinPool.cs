namespace Akka.Flink.Operators;

using System.Numerics;
using System.Runtime.CompilerServices;

/// <summary>Arrays of buffers, used again when they are not needed any more.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>Owned by one operator. Lengths are powers of two. Those kept for a length may be longer.</remarks>
internal sealed class JoinPool<T>
{
    private const int MaxKeptEntries = 1 << 20;   // of each length

    private readonly Stack<JoinRecord<T>[]>?[] _spare = new Stack<JoinRecord<T>[]>?[32];

    /// <summary>An array of more than a length.</summary>
    /// <param name="length">The length.</param>
    public JoinRecord<T>[] RentMoreThan(int length)
    {
        var bits = length == 0 ? 0 : BitOperations.Log2((uint)length) + 1;
        return _spare[bits] is { Count: > 0 } spare ? spare.Pop() : new JoinRecord<T>[1 << bits];
    }

    /// <summary>Takes an array back, which nobody may use any more.</summary>
    /// <param name="records">The array.</param>
    /// <param name="used">How many places of it were used: looking at the array for its length would cost a line that is not in the
    /// cache.</param>
    public void Return(JoinRecord<T>[] records, int used)
    {
        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)used));
        var spare = _spare[bits] ??= new Stack<JoinRecord<T>[]>();
        if (spare.Count >= MaxKeptEntries >> bits)
            return;

        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(records);
        spare.Push(records);
    }
}
