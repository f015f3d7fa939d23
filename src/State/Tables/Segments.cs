namespace Akka.Flink.State.Tables;

using System.Runtime.CompilerServices;

/// <summary>An array by slot that grows by segments of 4 Ki, so that growing moves nothing.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
internal sealed class Segments<T>
{
    /// <summary>Bits of a slot that say where in its segment it is.</summary>
    public const int Bits = 12;

    /// <summary>Slots in a segment.</summary>
    public const int Size = 1 << Bits;

    private const int Mask = Size - 1;
    private const int MinSize = 64;

    private Cell[][] _segments = [];

    /// <summary>How many slots there is room for.</summary>
    public int Capacity { get; private set; }

    /// <summary>The element of a slot below <see cref="Capacity"/>.</summary>
    /// <param name="slot">The slot.</param>
    public ref T this[int slot]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _segments[slot >> Bits][slot & Mask].Value;
    }

    /// <summary>Makes room for <paramref name="slot"/>.</summary>
    /// <param name="slot">The slot.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ensure(int slot)
    {
        if (slot >= Capacity)
            Grow(slot);
    }

    /// <summary>The length of a segment that is to hold <paramref name="slot"/>: small ones come first, for most tables are.</summary>
    /// <param name="slot">The slot.</param>
    public static int LengthFor(int slot)
    {
        var length = MinSize;
        while (length <= slot && length < Size)
            length *= 4;
        return length;
    }

    private void Grow(int slot)
    {
        while (slot >= Capacity)
        {
            if (Capacity is > 0 and < Size)
            {
                Array.Resize(ref _segments[0], LengthFor(slot));
                Capacity = _segments[0].Length;
                continue;
            }

            var count = Capacity >> Bits;
            if (count == _segments.Length)
                Array.Resize(ref _segments, Math.Max(4, count * 2));
            _segments[count] = PagePool<Cell>.Allocate(count == 0 ? LengthFor(slot) : Size);
            Capacity += _segments[count].Length;
        }
    }

    // Wrapped, so that storing a reference costs no check of the array's type.
    private struct Cell
    {
        public T Value;
    }
}
