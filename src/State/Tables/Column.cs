namespace Akka.Flink.State.Tables;

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Akka.Flink.State.Snapshots;
using static EntryFlags;

/// <summary>The values of a state by slot, in segments of 4 Ki, and what snapshots need to know of each: see
/// <see cref="EntryFlags"/>.</summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <remarks>
/// <para>A snapshot costs a value nothing until it changes: the first change while it is due writes it first. The bits of a segment are
/// turned from "changed" to "due" when the segment is next touched or written, told by its version.</para>
/// <para>Of a type that can change in place, handing out a value counts as a change.</para>
/// <para><b>Threads.</b> The backend's only.</para>
/// </remarks>
internal sealed partial class Column<T> : StateTable
{
    private const int Mask = Segments<T>.Size - 1;

    private readonly SlotSpace _space;
    private readonly ITypeSerializer<T> _serializer;
    private readonly bool _readingMayChange;
    private Segment?[] _segments = [];
    private uint _version;

    /// <summary>An empty column.</summary>
    /// <param name="info">What it is.</param>
    /// <param name="space">The slots.</param>
    /// <param name="serializer">The values' serializer.</param>
    public Column(StateInfo info, SlotSpace space, ITypeSerializer<T> serializer)
        : base(info)
    {
        _space = space;
        _serializer = serializer;
        _readingMayChange = !serializer.IsImmutable;
    }

    /// <summary>Reads a value.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="value">The value, or <c>default</c>.</param>
    /// <returns>Whether there is one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(int slot, [MaybeNullWhen(false)] out T value)
    {
        var segments = _segments;
        var index = slot >> Segments<T>.Bits;
        if ((uint)index < (uint)segments.Length && segments[index] is { } segment)
        {
            var place = slot & Mask;
            var flags = segment.Flags;
            if ((uint)place < (uint)flags.Length && (flags[place] & Present) != 0)
            {
                if (_readingMayChange)
                    Touch(segment, place);
                value = segment.Values[place].Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Whether there is a value.</summary>
    /// <param name="slot">The slot.</param>
    public bool Contains(int slot)
    {
        var index = slot >> Segments<T>.Bits;
        return index < _segments.Length && _segments[index] is { } segment && (slot & Mask) < segment.Flags.Length
            && (segment.Flags[slot & Mask] & Present) != 0;
    }

    /// <summary>Looks at a value that is there, without any intent to change it.</summary>
    /// <param name="slot">The slot.</param>
    public ref readonly T Peek(int slot) => ref _segments[slot >> Segments<T>.Bits]!.Values[slot & Mask].Value;

    /// <summary>Sets a value.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int slot, T value) => GetOrAddRef(slot) = value;

    /// <summary>A reference to a value, which counts as changed from now on.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns>The reference; to <c>default</c> if there was no value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T GetOrAddRef(int slot)
    {
        ref T hot = ref FindHot(slot);
        if (!Unsafe.IsNullRef(ref hot))
            return ref hot;

        return ref GetOrAddRefSlow(slot);
    }

    /// <summary>A reference to a value, which counts as changed from now on.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="added">Whether it was not there; it is <c>default</c> then.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T GetOrAddRef(int slot, out bool added)
    {
        added = false;
        ref T hot = ref FindHot(slot);
        if (!Unsafe.IsNullRef(ref hot))
            return ref hot;

        return ref GetOrAddRefSlow(slot, out added);
    }

    /// <summary>A value that has changed since the last snapshot began and that this one does not wait for, as most that are used again
    /// and again; a null reference says nothing.</summary>
    /// <param name="slot">The slot.</param>
    /// <remarks>For loops over a batch: without a result to be given by reference, all of it stays in registers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T FindHot(int slot)
    {
        var segments = _segments;
        var index = slot >> Segments<T>.Bits;
        if ((uint)index < (uint)segments.Length && segments[index] is { } segment && segment.Version == _version)
        {
            var place = slot & Mask;
            var flags = segment.Flags;
            if ((uint)place < (uint)flags.Length && (flags[place] & HotMask) == Hot)
                return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(segment.Values), place).Value;   // as long as the flags
        }

        return ref Unsafe.NullRef<T>();
    }

    /// <summary>Removes a value.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(int slot)
    {
        if (!Contains(slot))
            return false;

        var segment = _segments[slot >> Segments<T>.Bits]!;
        var place = slot & Mask;
        Touch(segment, place);
        segment.Values[place].Value = default!;
        if ((segment.Flags[place] & Stored) != 0)
        {
            segment.Flags[place] = Changed | Stored;
            return true;
        }

        segment.Flags[place] = 0;
        _space.Release(slot);
        return true;
    }

    /// <inheritdoc/>
    public override unsafe void Prefetch(ReadOnlySpan<int> slots)
    {
        if (!Sse.IsSupported || _space is ChildSpace)
            return;

        var segments = _segments;
        foreach (var slot in slots)
        {
            var index = slot >> Segments<T>.Bits;
            if ((uint)index >= (uint)segments.Length || segments[index] is not { } segment || (slot & Mask) >= segment.Flags.Length)
                continue;

            Sse.Prefetch0(Unsafe.AsPointer(ref segment.Values[slot & Mask]));
            Sse.Prefetch0(Unsafe.AsPointer(ref segment.Flags[slot & Mask]));
        }
    }

    /// <summary>The slots from one on that have a value, up to a number of looks.</summary>
    /// <param name="from">The first slot to look at; receives where to go on, 0 after the last.</param>
    /// <param name="looks">How many slots to look at.</param>
    /// <param name="found">Receives the slots.</param>
    /// <returns>How many were found.</returns>
    public int Scan(ref int from, int looks, Span<int> found)
    {
        var count = 0;
        for (; looks > 0; looks--)
        {
            if (from >= _space.Limit)
                from = 0;
            if (Contains(from))
                found[count++] = from;
            from++;
        }

        return count;
    }

    /// <summary>The next slot that has a value.</summary>
    /// <param name="from">The first slot to look at.</param>
    /// <returns>The slot; -1 if there is none.</returns>
    public int Next(int from)
    {
        for (; from < _space.Limit; from++)
        {
            if (Contains(from))
                return from;
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref T GetOrAddRefSlow(int slot) => ref GetOrAddRefSlow(slot, out _);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref T GetOrAddRefSlow(int slot, out bool added)
    {
        var segment = SegmentFor(slot);
        var place = slot & Mask;
        Refresh(segment);   // may let go of a removed entry's slot
        if (segment.Flags[place] == 0)
            _space.Retain(slot);
        Touch(segment, place);
        ref var flags = ref segment.Flags[place];
        added = (flags & Present) == 0;
        flags |= Hot;
        return ref segment.Values[place].Value;
    }

    private Segment SegmentFor(int slot)
    {
        var index = slot >> Segments<T>.Bits;
        if (index >= _segments.Length)
            Array.Resize(ref _segments, Math.Max(index + 1, Math.Max(4, _segments.Length * 2)));
        if (_segments[index] is not { } segment)
            return _segments[index] = new Segment(slot & ~Mask, index == 0 ? Segments<T>.LengthFor(slot) : Segments<T>.Size, _version);

        if ((slot & Mask) >= segment.Flags.Length)
            segment.Grow(Segments<T>.LengthFor(slot));
        return segment;
    }

    private sealed class Segment(int firstSlot, int length, uint version)
    {
        public readonly int FirstSlot = firstSlot;
        public Cell[] Values = PagePool<Cell>.Allocate(length);
        public byte[] Flags = new byte[length];
        public uint Version = version;

        public void Grow(int length)
        {
            Array.Resize(ref Values, length);
            Array.Resize(ref Flags, length);
        }
    }

    // Wrapped, so that storing a reference costs no check of the array's type.
    private struct Cell
    {
        public T Value;
    }
}
