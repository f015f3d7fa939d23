namespace Akka.Flink.State.Tables;

using System.Runtime.CompilerServices;

/// <content>Adding, growing, splitting, and moving up.</content>
internal sealed partial class HashPages<TKey, TEntry, TCodec>
{
    /// <summary>Makes an empty table ready for about so many entries: pages are opened when their first entry comes, at the size they will
    /// need.</summary>
    /// <param name="expected">How many entries may come.</param>
    /// <exception cref="InvalidOperationException">The table is not empty.</exception>
    public void Expect(int expected)
    {
        if (Count > 0)
            throw StateErrors.RoomAskedTooLate(expected, Count);

        var depth = 0;
        while (depth < MaxDepth && (expected >> depth) > LimitOf(MaxCapacity) * 7 / 8)
            depth++;
        Reset();
        while (_firstCapacity < MaxCapacity && LimitOf(_firstCapacity) < (expected >> depth) * 8 / 7)
            _firstCapacity = LargerThan(_firstCapacity);
        Lay(depth);
    }

    // 0.7: nine of ten keys are in the group that their hash names.
    private static int LimitOf(int capacity) => capacity * 7 / 10;

    private static int NextGroup(int group, int groups) => group + 1 == groups ? 0 : group + 1;

    private static bool IsFull(ReadOnlySpan<TEntry> places, int group) =>
        places[(group * Width) + Width - 1].Tag != 0 && FreeIn(places, group) < 0;

    private static int FreeIn(ReadOnlySpan<TEntry> places, int group)
    {
        for (var i = group * Width; i < (group + 1) * Width; i++)
        {
            if (places[i].Tag == 0)
                return i;
        }

        return -1;
    }

    private static int FreePlaceFor(uint tag, ReadOnlySpan<TEntry> places)
    {
        var groups = places.Length / Width;
        for (var group = (int)GroupOf(tag, groups); ; group = NextGroup(group, groups))
        {
            var free = FreeIn(places, group);
            if (free >= 0)
                return free;
        }
    }

    // An entry of a group that may as well be in an earlier one, because it was meant for that or one before it.
    private static int FindOneThatPassed(ReadOnlySpan<TEntry> places, int earlier, int group)
    {
        var groups = places.Length / Width;
        for (var i = group * Width; i < (group + 1) * Width; i++)
        {
            if (places[i].Tag != 0 && Distance((int)GroupOf(places[i].Tag, groups), group) >= Distance(earlier, group))
                return i;
        }

        return -1;

        int Distance(int from, int to) => to >= from ? to - from : to - from + groups;
    }

    private ref TEntry Add(TKey key, uint tag, int free)
    {
        ref var page = ref _pages[DoorOf(tag).Page];
        if (page.Count >= page.Limit)
        {
            MakeRoom(tag);
            page = ref _pages[DoorOf(tag).Page];
            free = FreePlaceFor(tag, page.Places);
        }

        page.Count++;
        Count++;
        ref var place = ref page.Places[free];
        place.Key = key;
        place.Tag = tag;
        return ref place;
    }

    private void MakeRoom(uint tag)
    {
        while (true)
        {
            var index = DoorOf(tag).Page;
            ref var page = ref _pages[index];
            if (page.Count < page.Limit)
                return;

            if (page.Capacity < MaxCapacity)
                Grow(index, LargerThan(page.Capacity));
            else
                SplitOrGrow(index);
        }
    }

    private int LargerThan(int capacity)
    {
        if (capacity < MinCapacity)
            return _firstCapacity;

        return capacity switch
        {
            2048 when _growInSmallSteps => 2560,
            2560 => 3200,
            3200 => MaxCapacity,
            _ => capacity * 2,
        };
    }

    // Where hashes are alike, splitting achieves nothing: such a page grows beyond the bound instead.
    private void SplitOrGrow(int index)
    {
        ref readonly var page = ref _pages[index];
        var high = 0;
        foreach (ref readonly var entry in page.Places)
            high += (int)(entry.Tag >> (page.Depth + 1)) & 1;
        if (page.Depth < MaxDepth && Math.Min(high, page.Count - high) > page.Count / 16)
            Split(index, high);
        else
            Grow(index, page.Capacity * 2);
    }

    private void Grow(int index, int capacity)
    {
        ref var page = ref _pages[index];
        var old = page;
        page = NewPage(capacity, old.Count, old.Depth, old.Bits);
        var places = page.Places;
        foreach (ref readonly var entry in old.Places)
        {
            if (entry.Tag != 0)
                places[FreePlaceFor(entry.Tag, places)] = entry;
        }

        Announce(index);
        GiveBack(old.Entries);
    }

    private void Split(int index, int highCount)
    {
        var page = _pages[index];
        if ((1 << page.Depth) == _directory.Length)
            DoubleDirectory();

        var low = NewPage(CapacityFor(page.Count - highCount), page.Count - highCount, page.Depth + 1, page.Bits);
        var high = NewPage(CapacityFor(highCount), highCount, page.Depth + 1, page.Bits | (1u << page.Depth));
        foreach (ref readonly var entry in page.Places)
        {
            if (entry.Tag == 0)
                continue;

            var target = ((entry.Tag >> (page.Depth + 1)) & 1) == 0 ? low.Places : high.Places;
            target[FreePlaceFor(entry.Tag, target)] = entry;
        }

        _pages[index] = low;
        Announce(index);
        AddPage(high);
        GiveBack(page.Entries);
    }

    private int CapacityFor(int count)
    {
        var capacity = MinCapacity;
        while (LimitOf(capacity) <= count)
            capacity = LargerThan(capacity);
        return capacity;
    }

    private void DoubleDirectory()
    {
        var length = _directory.Length;
        Array.Resize(ref _directory, length * 2);
        Array.Copy(_directory, 0, _directory, length, length);
        _mask = (uint)_directory.Length - 1;
    }

    private Page NewPage(int capacity, int count, int depth, uint bits) =>
        PageOver(_pool.Rent(ArrayLength(capacity)), capacity, LimitOf(capacity), count, depth, bits);

    private static unsafe Page PageOver(TEntry[] entries, int capacity, int limit, int count, int depth, uint bits)
    {
        nint offset = IsAligned ? -(nint)Unsafe.AsPointer(ref entries[0]) & (LineBytes - 1) : 0;
        return new Page
        {
            Entries = entries,
            Capacity = capacity,
            Offset = offset,
            Limit = limit,
            Count = count,
            Depth = depth,
            Bits = bits,
        };
    }

    // Pages without entries, in a directory of 2^depth.
    private void Lay(int depth)
    {
        var length = 1 << depth;
        if (_directory.Length != length)
            _directory = new Door[length];
        if (_pages.Length < length)
            _pages = new Page[length];
        Array.Clear(_pages);
        _mask = (uint)length - 1;
        PageCount = 0;
        Count = 0;
        for (var i = 0; i < length; i++)
            AddPage(PageOver(NoEntries, Width, 0, 0, depth, (uint)i));
    }

    private void GiveBack(TEntry[] entries)
    {
        if (!ReferenceEquals(entries, NoEntries))
            _pool.Return(entries);
    }

    private void AddPage(in Page page)
    {
        if (PageCount == _pages.Length)
            Array.Resize(ref _pages, PageCount * 2);
        _pages[PageCount++] = page;
        Announce(PageCount - 1);
    }

    // All places of the directory whose lower bits are the page's name it.
    private void Announce(int index)
    {
        ref readonly var page = ref _pages[index];
        for (var i = page.Bits; i < (uint)_directory.Length; i += 1u << page.Depth)
            _directory[i].Open(page, index);
    }
}
