namespace Akka.Flink.State.Tables;

using System.Runtime.CompilerServices;

/// <content>Adding, growing and splitting.</content>
internal sealed partial class HashPages<TKey, TEntry, TCodec>
{
    /// <summary>Makes an empty table ready for about so many entries: pages are opened when their first entry comes, at the size they will need.</summary>
    /// <param name="expected">How many entries may come.</param>
    /// <exception cref="InvalidOperationException">The table is not empty.</exception>
    public void Expect(int expected)
    {
        if (Count > 0)
            throw new InvalidOperationException($"Room was asked for {expected} entries in a table that holds {Count}; that works before the first only.");

        var depth = 0;
        while (depth < MaxDepth && (expected >> depth) > LimitOf(MaxCapacity) * 7 / 8)
            depth++;
        Reset();
        while (_firstCapacity < MaxCapacity && LimitOf(_firstCapacity) < (expected >> depth) * 8 / 7)
            _firstCapacity = LargerThan(_firstCapacity);
        Lay(depth);
    }

    // 0.7: a key that is there is found after 1.9 places on average at 0.65, after 2.2 when the page is about to grow.
    private static int LimitOf(int capacity) => capacity * 7 / 10;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref TEntry Add(TKey key, uint tag, ref TEntry place)
    {
        ref var page = ref _pages[DoorOf(tag).Page];
        if (page.Count >= page.Limit)
        {
            MakeRoom(tag);
            page = ref _pages[DoorOf(tag).Page];
            place = ref page.Entries[FreePlaceFor(tag, page.Entries)];
        }

        page.Count++;
        Count++;
        place.Key = key;
        place.Tag = tag;
        return ref place;
    }

    private static int FreePlaceFor(uint tag, TEntry[] entries)
    {
        var i = HomeOf(tag, entries.Length);
        while (entries[i].Tag != 0)
            i = i + 1 == entries.Length ? 0 : i + 1;
        return i;
    }

    private void MakeRoom(uint tag)
    {
        while (true)
        {
            var index = DoorOf(tag).Page;
            ref var page = ref _pages[index];
            if (page.Count < page.Limit)
                return;

            if (page.Entries.Length < MaxCapacity)
                Grow(index, LargerThan(page.Entries.Length));
            else
                SplitOrGrow(index);
        }
    }

    private int LargerThan(int capacity) => capacity switch
    {
        2048 when _growInSmallSteps => 2560,
        2560 => 3200,
        3200 => MaxCapacity,
        1 => _firstCapacity,
        _ => capacity * 2,
    };

    // Where hashes are alike, splitting achieves nothing: such a page grows beyond the bound instead.
    private void SplitOrGrow(int index)
    {
        ref readonly var page = ref _pages[index];
        var high = 0;
        foreach (ref readonly var entry in page.Entries.AsSpan())
            high += (int)(entry.Tag >> (page.Depth + 1)) & 1;
        if (page.Depth < MaxDepth && Math.Min(high, page.Count - high) > page.Count / 16)
            Split(index, high);
        else
            Grow(index, page.Entries.Length * 2);
    }

    private void Grow(int index, int capacity)
    {
        ref var page = ref _pages[index];
        var old = page.Entries;
        var entries = _pool.Rent(capacity);
        foreach (ref readonly var entry in old.AsSpan())
        {
            if (entry.Tag != 0)
                entries[FreePlaceFor(entry.Tag, entries)] = entry;
        }

        page.Entries = entries;
        page.Limit = LimitOf(capacity);
        Announce(index);
        GiveBack(old);
    }

    private void Split(int index, int highCount)
    {
        var page = _pages[index];
        if ((1 << page.Depth) == _directory.Length)
            DoubleDirectory();

        var lowHalf = Half(page.Count - highCount, page.Bits);
        var highHalf = Half(highCount, page.Bits | (1u << page.Depth));
        foreach (ref readonly var entry in page.Entries.AsSpan())
        {
            if (entry.Tag == 0)
                continue;

            var target = ((entry.Tag >> (page.Depth + 1)) & 1) == 0 ? lowHalf.Entries : highHalf.Entries;
            target[FreePlaceFor(entry.Tag, target)] = entry;
        }

        _pages[index] = lowHalf;
        Announce(index);
        AddPage(highHalf);
        GiveBack(page.Entries);

        Page Half(int count, uint bits)
        {
            var capacity = MinCapacity;
            while (LimitOf(capacity) <= count)
                capacity = LargerThan(capacity);
            return new Page { Entries = _pool.Rent(capacity), Count = count, Limit = LimitOf(capacity), Depth = page.Depth + 1, Bits = bits };
        }
    }

    private void DoubleDirectory()
    {
        var length = _directory.Length;
        Array.Resize(ref _directory, length * 2);
        Array.Copy(_directory, 0, _directory, length, length);
        _mask = (uint)_directory.Length - 1;
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
            AddPage(new Page { Entries = NoEntries, Depth = depth, Bits = (uint)i });
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
        {
            ref var door = ref _directory[i];
            door.Entries = page.Entries;
            door.Capacity = page.Entries.Length;
            door.Page = index;
        }
    }
}
