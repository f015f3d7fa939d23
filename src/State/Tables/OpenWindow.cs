namespace Akka.Flink.State.Tables;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Snapshots;

/// <summary>An open window: its keys and their accumulators. Also a table for merging panes, if it is made without being opened by a
/// <see cref="WindowTable{TKey, TCodec, TAccumulator}"/>.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TCodec">The keys' codec.</typeparam>
/// <typeparam name="TAccumulator">The accumulators' type.</typeparam>
/// <remarks>Hot, mutable, pooled; owned by its table. References to accumulators are valid until a key is added.</remarks>
internal sealed class OpenWindow<TKey, TCodec, TAccumulator>
    where TCodec : struct, IKeyCodec<TKey>
{
    private readonly WindowTable<TKey, TCodec, TAccumulator> _table;
    private readonly HashPages<TKey, WindowEntry<TKey, TAccumulator>, TCodec> _pages;
    private uint _doneEpoch;
    private int _nextPage;

    /// <summary>A window without keys.</summary>
    /// <param name="table">Its table.</param>
    public OpenWindow(WindowTable<TKey, TCodec, TAccumulator> table)
    {
        _table = table;
        _pages = table.NewPages();
    }

    /// <summary>When it begins, in milliseconds since the epoch.</summary>
    public long StartMs { get; private set; }

    /// <summary>How many keys it has.</summary>
    public int Count => _pages.Count;

    /// <summary>The epoch in which it was opened; 0 if it was restored.</summary>
    public uint OpenedEpoch { get; private set; }

    /// <summary>Whether it may hold entries of the snapshot in progress that are not written.</summary>
    public bool IsDue => OpenedEpoch < _table.Epoch && _doneEpoch != _table.Epoch;

    /// <summary>Asks the processor to fetch the line of a key.</summary>
    /// <param name="hash">The key's hash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(uint hash) => _pages.Prefetch(hash);

    /// <summary>A key's accumulator that has changed since the last snapshot began and is where it is looked for first, as most that are
    /// used again and again; a null reference says nothing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref TAccumulator FindHot(TKey key, uint hash)
    {
        ref var entry = ref _pages.FindAtHome(key, hash);
        if (!Unsafe.IsNullRef(ref entry) && entry.Version == _table.Epoch)
            return ref entry.Accumulator;

        return ref Unsafe.NullRef<TAccumulator>();
    }

    /// <summary>A key's accumulator, which counts as changed from now on.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="added">Whether it was not there; it is <c>default</c> then.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref TAccumulator GetOrAdd(TKey key, uint hash, out bool added)
    {
        ref var entry = ref _pages.GetOrAdd(key, hash, out added);
        if (entry.Version != _table.Epoch)
            _table.Touch(this, ref entry);
        return ref entry.Accumulator;
    }

    /// <summary>A key's accumulator, which counts as changed from now on.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <returns>A reference; a null one if the window has no such key.</returns>
    public ref TAccumulator Find(TKey key, uint hash)
    {
        ref var entry = ref _pages.Find(key, hash);
        if (Unsafe.IsNullRef(ref entry))
            return ref Unsafe.NullRef<TAccumulator>();
        if (entry.Version != _table.Epoch)
            _table.Touch(this, ref entry);
        return ref entry.Accumulator;
    }

    /// <summary>The next key and accumulator, to be read. Keys come in the order of the table; none may be added meanwhile.</summary>
    /// <param name="cursor">Where the enumeration stands.</param>
    /// <returns>A reference; a null one after the last.</returns>
    public ref WindowEntry<TKey, TAccumulator> Next(ref WindowCursor cursor)
    {
        for (; cursor.Page < _pages.PageCount; cursor.Page++, cursor.Place = 0)
        {
            var page = _pages.PageAt(cursor.Page);
            while (cursor.Place < page.Length)
            {
                ref var entry = ref page[cursor.Place++];
                if (entry.Tag == 0)
                    continue;

                if (_table.ReadingMayChange && entry.Version != _table.Epoch)
                    _table.Touch(this, ref entry);
                return ref entry;
            }
        }

        return ref Unsafe.NullRef<WindowEntry<TKey, TAccumulator>>();
    }

    /// <summary>Forgets all keys.</summary>
    public void Clear() => _pages.Reset();

    /// <summary>Begins anew.</summary>
    /// <param name="startMs">When the window begins.</param>
    /// <param name="epoch">The present epoch.</param>
    /// <param name="expectedCount">How many keys may come.</param>
    internal void Open(long startMs, uint epoch, int expectedCount)
    {
        StartMs = startMs;
        OpenedEpoch = epoch;
        _doneEpoch = 0;
        _nextPage = 0;
        if (expectedCount > 0)
            _pages.Expect(expectedCount);
    }

    /// <summary>Starts the window's part of a snapshot.</summary>
    internal void BeginSnapshot() => _nextPage = 0;

    /// <summary>Writes what is due until the slice is full.</summary>
    /// <param name="writer">Takes the entries.</param>
    /// <returns>Whether all is written.</returns>
    internal bool WriteSlice(SnapshotWriter writer)
    {
        for (; _nextPage < _pages.PageCount; _nextPage++)
        {
            foreach (ref var entry in _pages.PageAt(_nextPage))
            {
                if (entry.Tag == 0 || !_table.IsDue(entry.Version))
                    continue;
                if (writer.IsSliceFull)
                    return false;   // the page is looked through again from its beginning: its entries move when it grows

                _table.Write(this, ref entry);
            }
        }

        _doneEpoch = _table.Epoch;
        return true;
    }

    /// <summary>Adds or replaces a key that an earlier snapshot holds: while restoring.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="accumulator">Its accumulator.</param>
    /// <param name="version">The version of what is stored.</param>
    internal void Restore(TKey key, uint hash, TAccumulator accumulator, uint version)
    {
        ref var entry = ref _pages.GetOrAdd(key, hash, out _);
        entry.Accumulator = accumulator;
        entry.Version = version;
    }

    /// <summary>Takes out the keys of some key groups: while restoring.</summary>
    /// <param name="range">The key groups.</param>
    /// <param name="codec">The keys' codec.</param>
    /// <param name="maxParallelism">How many key groups there are.</param>
    internal void Remove(KeyGroupRange range, TCodec codec, int maxParallelism)
    {
        for (var page = 0; page < _pages.PageCount; page++)
        {
            var entries = _pages.PageAt(page);
            for (var i = 0; i < entries.Length;)
            {
                if (entries[i].Tag != 0 && range.Contains(KeyGroups.Of(codec.Hash(entries[i].Key), maxParallelism)))
                    _pages.RemoveAt(page, i);   // what moved up into the place is looked at next
                else
                    i++;
            }
        }
    }
}
