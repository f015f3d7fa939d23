namespace Akka.Flink.State.Tables;

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

/// <summary>A hash table that grows by pages: no operation moves more than 4 Ki entries, however large the table.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TEntry">What is kept for a key.</typeparam>
/// <typeparam name="TCodec">The key's equality.</typeparam>
/// <remarks>
/// <para>Extendible hashing (Fagin, Nievergelt, Pippenger, Strong: "Extendible hashing", 1979): a directory, indexed by bits of the hash, names pages. A page is an array with open addressing and linear probing. A page that is full grows, and beyond 4 Ki places
/// it is split by one more bit of the hash; where that needs a larger directory, the directory is doubled. An entry is found with one look into the directory, which stays in the cache, and one into the page.</para>
/// <para>A key that is removed leaves no mark: those behind it move up. Pages are never merged.</para>
/// <para>References to entries are valid until an entry is added or removed.</para>
/// <para><b>Threads.</b> The owner's only.</para>
/// </remarks>
internal sealed partial class HashPages<TKey, TEntry, TCodec>
    where TEntry : struct, IHashEntry<TKey>
    where TCodec : struct, IKeyCodec<TKey>
{
    /// <summary>The most places of a page that can be split.</summary>
    public const int MaxCapacity = 4096;

    private const int MinCapacity = 8;
    private const int MaxDepth = 20;

    private static readonly TEntry[] NoEntries = new TEntry[1];   // one free place, so that looking for a key ends

    private readonly PagePool<TEntry> _pool;
    private readonly bool _growInSmallSteps;
    private TCodec _codec;   // not readonly: calls on a readonly struct copy it
    private Door[] _directory;
    private uint _mask;
    private Page[] _pages;
    private int _firstCapacity;

    /// <summary>An empty table.</summary>
    /// <param name="codec">The key's equality.</param>
    /// <param name="pool">Where pages come from.</param>
    /// <param name="growInSmallSteps">Whether a large page grows by quarters, which moves its entries more often and wastes less, or by doubling.</param>
    public HashPages(TCodec codec, PagePool<TEntry> pool, bool growInSmallSteps)
    {
        _codec = codec;
        _pool = pool;
        _growInSmallSteps = growInSmallSteps;
        _directory = new Door[1];
        _pages = new Page[1];
        Reset();
    }

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many pages there are.</summary>
    public int PageCount { get; private set; }

    /// <summary>The places of a page; those with a tag of 0 are free.</summary>
    /// <param name="page">0 to <see cref="PageCount"/> - 1.</param>
    public Span<TEntry> PageAt(int page) => _pages[page].Entries;

    /// <summary>Asks the processor to fetch the line where a key is or would be.</summary>
    /// <param name="hash">The key's hash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(uint hash)
    {
        if (!Sse.IsSupported)
            return;

        var tag = TagOf(hash);
        ref var door = ref DoorOf(tag);
        // Should the collector move the page meanwhile, the hint is useless and harmless.
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(door.Entries), HomeOf(tag, door.Capacity))));
    }

    /// <summary>The entry of a key; a null reference if there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref TEntry Find(TKey key, uint hash)
    {
        var tag = TagOf(hash);
        ref var door = ref DoorOf(tag);
        ref var first = ref MemoryMarshal.GetArrayDataReference(door.Entries);
        var capacity = door.Capacity;
        for (var i = HomeOf(tag, capacity); ;)
        {
            ref var entry = ref Unsafe.Add(ref first, i);
            var found = entry.Tag;
            if (found == tag && _codec.Equals(entry.Key, key))
                return ref entry;
            if (found == 0)
                return ref Unsafe.NullRef<TEntry>();
            if (++i == capacity)
                i = 0;
        }
    }

    /// <summary>The entry of a key, added if there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="added">Whether it was added; all but its key is <c>default</c> then.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref TEntry GetOrAdd(TKey key, uint hash, out bool added)
    {
        var tag = TagOf(hash);
        ref var door = ref DoorOf(tag);
        ref var first = ref MemoryMarshal.GetArrayDataReference(door.Entries);
        var capacity = door.Capacity;
        for (var i = HomeOf(tag, capacity); ;)
        {
            ref var entry = ref Unsafe.Add(ref first, i);
            var found = entry.Tag;
            if (found == tag && _codec.Equals(entry.Key, key))
            {
                added = false;
                return ref entry;
            }

            if (found == 0)
            {
                added = true;
                return ref Add(key, tag, ref entry);
            }

            if (++i == capacity)
                i = 0;
        }
    }

    /// <summary>Removes the entry of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(TKey key, uint hash)
    {
        ref var entry = ref Find(key, hash);
        if (Unsafe.IsNullRef(ref entry))
            return false;

        var page = DoorOf(TagOf(hash)).Page;
        RemoveAt(page, IndexIn(page, ref entry));
        return true;
    }

    /// <summary>Frees one place of a page; entries behind it may move up into it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="place">The place, which is taken.</param>
    public void RemoveAt(int page, int place)
    {
        ref var info = ref _pages[page];
        var entries = info.Entries;
        var hole = place;
        for (var i = Next(hole); entries[i].Tag != 0; i = Next(i))
        {
            var home = HomeOf(entries[i].Tag, entries.Length);
            if (Distance(home, i) < Distance(hole, i))
                continue;

            entries[hole] = entries[i];
            hole = i;
        }

        entries[hole] = default;
        info.Count--;
        Count--;

        int Next(int i) => i + 1 == entries.Length ? 0 : i + 1;
        int Distance(int from, int to) => to >= from ? to - from : to - from + entries.Length;
    }

    /// <summary>Removes everything and gives the pages back, but for a small one.</summary>
    public void Reset()
    {
        for (var i = 0; i < PageCount; i++)
            GiveBack(_pages[i].Entries);
        _firstCapacity = MinCapacity;
        Lay(0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint TagOf(uint hash) => (uint)((hash * 0x9E3779B97F4A7C15) >> 32) | 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int HomeOf(uint tag, int capacity) => (int)(((ulong)tag * (uint)capacity) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Door DoorOf(uint tag) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_directory), (tag >> 1) & _mask);

    private int IndexIn(int page, ref TEntry entry) =>
        (int)(Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(_pages[page].Entries), ref entry) / Unsafe.SizeOf<TEntry>());

    private struct Door
    {
        public TEntry[] Entries;
        public int Capacity;
        public int Page;
    }

    private struct Page
    {
        public TEntry[] Entries;
        public int Count;
        public int Limit;
        public int Depth;
        public uint Bits;
    }
}
