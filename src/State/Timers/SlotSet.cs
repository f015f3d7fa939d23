namespace Akka.Flink.State.Timers;

using System.Numerics;
using System.Runtime.CompilerServices;
using Akka.Flink.State.Tables;

/// <summary>A set of slots that is emptied one by one: a small table with open addressing, or a bit for each slot of a segment once there
/// are many of one segment.</summary>
/// <remarks>Hot, mutable, pooled; owned by a <see cref="TimerBucket"/>.</remarks>
internal sealed class SlotSet
{
    private const int MinTable = 8;
    private const int Words = Segments<int>.Size / 64;

    private int[]? _table;    // slots plus one; 0 is free
    private ulong[]? _bits;
    private int _firstSlot;
    private int _cursor;      // of bits: no word before this one has any; of a table: where to look first

    /// <summary>How many slots there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there is a bit for each slot.</summary>
    public bool HasBits => _bits is not null;

    /// <summary>The parity of the last snapshot that knows all of it.</summary>
    public bool Parity { get; set; }

    /// <summary>Adds a slot.</summary>
    /// <returns>Whether it was not there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int slot, SlotSetPools pools) => _bits is { } bits ? AddBit(bits, slot - _firstSlot) : AddToTable(slot, pools);

    /// <summary>Whether a slot is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int slot)
    {
        if (_bits is { } bits)
            return (bits[(slot - _firstSlot) >> 6] & (1UL << slot)) != 0;
        return _table is { } table && table[PlaceOf(table, slot)] != 0;
    }

    /// <summary>Removes a slot, which must be there.</summary>
    public void Remove(int slot)
    {
        Count--;
        if (_bits is { } bits)
            bits[(slot - _firstSlot) >> 6] &= ~(1UL << slot);
        else
            RemoveAt(_table!, PlaceOf(_table!, slot));
    }

    /// <summary>Removes any slot; there must be one.</summary>
    public int Pop()
    {
        Count--;
        if (_bits is { } bits)
        {
            while (bits[_cursor] == 0)
                _cursor++;
            var bit = BitOperations.TrailingZeroCount(bits[_cursor]);
            bits[_cursor] &= bits[_cursor] - 1;
            return _firstSlot + (_cursor << 6) + bit;
        }

        var table = _table!;
        _cursor &= table.Length - 1;
        while (table[_cursor] == 0)
            _cursor = (_cursor + 1) & (table.Length - 1);
        var slot = table[_cursor] - 1;
        RemoveAt(table, _cursor);
        return slot;
    }

    /// <summary>Copies the slots.</summary>
    /// <param name="target">Receives them; at least <see cref="Count"/> long.</param>
    public void CopyTo(Span<int> target)
    {
        var count = 0;
        if (_bits is null)
        {
            foreach (var item in _table ?? [])
            {
                if (item != 0)
                    target[count++] = item - 1;
            }

            return;
        }

        for (var word = 0; word < Words; word++)
        {
            for (var left = _bits[word]; left != 0; left &= left - 1)
                target[count++] = _firstSlot + (word << 6) + BitOperations.TrailingZeroCount(left);
        }
    }

    /// <summary>Turns the table of slots of one segment into bits.</summary>
    public void ToBits(SlotSetPools pools)
    {
        var table = _table!;
        var bits = pools.Bits.Rent(Words);
        foreach (var item in table)
        {
            if (item == 0)
                continue;

            _firstSlot = (item - 1) & ~(Segments<int>.Size - 1);
            bits[(item - 1 - _firstSlot) >> 6] |= 1UL << (item - 1);
        }

        _bits = bits;
        _table = null;
        _cursor = 0;
        pools.Tables.Return(table);
    }

    /// <summary>Forgets all slots and gives back what held them.</summary>
    public void Reset(SlotSetPools pools)
    {
        if (_table is not null)
            pools.Tables.Return(_table);
        if (_bits is not null)
            pools.Bits.Return(_bits);
        _table = null;
        _bits = null;
        _cursor = 0;
        Count = 0;
    }

    private static int PlaceOf(int[] table, int slot)
    {
        var place = Home(table, slot);
        while (table[place] != 0 && table[place] != slot + 1)
            place = (place + 1) & (table.Length - 1);
        return place;
    }

    private static int Home(int[] table, int slot) => (int)(((uint)slot * 0x9E3779B1UL) >> 20) & (table.Length - 1);

    private bool AddBit(ulong[] bits, int offset)
    {
        ref var word = ref bits[offset >> 6];
        var bit = 1UL << offset;
        if ((word & bit) != 0)
            return false;

        word |= bit;
        Count++;
        _cursor = Math.Min(_cursor, offset >> 6);
        return true;
    }

    private bool AddToTable(int slot, SlotSetPools pools)
    {
        var table = _table ??= pools.Tables.Rent(MinTable);
        var place = PlaceOf(table, slot);
        if (table[place] != 0)
            return false;

        if (Count >= table.Length / 2)
        {
            table = Grow(table, pools);
            place = PlaceOf(table, slot);
        }

        table[place] = slot + 1;
        Count++;
        return true;
    }

    private int[] Grow(int[] old, SlotSetPools pools)
    {
        var table = _table = pools.Tables.Rent(old.Length * 2);
        foreach (var item in old)
        {
            if (item != 0)
                table[PlaceOf(table, item - 1)] = item;
        }

        _cursor = 0;
        pools.Tables.Return(old);
        return table;
    }

    private void RemoveAt(int[] table, int hole)
    {
        var mask = table.Length - 1;
        for (var i = (hole + 1) & mask; table[i] != 0; i = (i + 1) & mask)
        {
            if (((i - Home(table, table[i] - 1)) & mask) < ((i - hole) & mask))
                continue;

            table[hole] = table[i];
            hole = i;
        }

        table[hole] = 0;
    }
}
