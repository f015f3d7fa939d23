namespace Akka.Flink.State.Tables;

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

/// <summary>A hash table that grows by pages: no operation moves more than 4 Ki entries, however large the table.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TEntry">What is kept for a key.</typeparam>
/// <typeparam name="TCodec">The key's equality.</typeparam>
/// <remarks>
/// <para>Extendible hashing (Fagin, Nievergelt, Pippenger, Strong: "Extendible hashing", 1979): a directory, indexed by bits of the hash,
/// names pages. A page that is full grows, and beyond 4 Ki places it is split by one more bit of the hash; where that needs a larger
/// directory, the directory is doubled. An entry is found with one look into the directory, which stays in the cache, and one into the
/// page.</para>
/// <para>A page is an array of groups of places, each group a line of the cache where entries allow it. A key is in the group that its hash
/// names, or, if that is full, in the next one that is not. The places of a group are compared without a branch: where in its group a key
/// is cannot be predicted. A key that is removed leaves no mark: one that went past its group moves up. Pages are never merged.</para>
/// <para>References to entries are valid until an entry is added or removed.</para>
/// <para><b>Threads.</b> The owner's only.</para>
/// </remarks>
internal sealed partial class HashPages<TKey, TEntry, TCodec>
    where TEntry : struct, IHashEntry<TKey>
    where TCodec : struct, IKeyCodec<TKey>
{
    /// <summary>The most places of a page that can be split.</summary>
    public const int MaxCapacity = 4096;

    /// <summary>How many keys ahead to prefetch.</summary>
    public const int PrefetchDistance = 32;

    private const int MinCapacity = 8;
    private const int MaxDepth = 20;
    private const int LineBytes = 64;
    private const int VectorEntryBytes = 16;   // of such entries a group of four is two vectors

    private static readonly int Width = Unsafe.SizeOf<TEntry>() <= LineBytes / 2 ? 4 : 2;   // places in a group, which is one or two lines
    private static readonly bool IsAligned = PagePool<TEntry>.IsPinned && LineBytes % Unsafe.SizeOf<TEntry>() == 0;
    // Free places, so that looking for a key ends.
    private static readonly TEntry[] NoEntries = PagePool<TEntry>.Allocate(ArrayLength(Width));

    private static readonly int WordsOfPlace = Unsafe.SizeOf<TEntry>() == 2 * VectorEntryBytes ? 8 : 4;
    private static readonly uint TagWords = FindTagWords();

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
    /// <param name="growInSmallSteps">Whether a large page grows by quarters, which moves its entries more often and wastes less, or by
    /// doubling.</param>
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
    public Span<TEntry> PageAt(int page) => _pages[page].Places;

    /// <summary>Asks the processor to fetch the line where a key is or would be.</summary>
    /// <param name="hash">The key's hash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(uint hash)
    {
        if (!Sse.IsSupported)
            return;

        var tag = TagOf(hash);
        ref var door = ref DoorOf(tag);
        // Should the collector move the page meanwhile, the hint is useless and harmless. One key in ten is in the next line.
        var group = (byte*)Unsafe.AsPointer(ref Unsafe.Add(ref door.First, GroupOf(tag, door.Groups) * Width));
        Sse.Prefetch0(group);
        Sse.Prefetch0(group + LineBytes);
    }

    /// <summary>The entry of a key; a null reference if there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref TEntry Find(TKey key, uint hash)
    {
        ref var entry = ref FindAtHome(key, hash);
        if (!Unsafe.IsNullRef(ref entry))
            return ref entry;

        return ref FindSlow(key, TagOf(hash), out _);
    }

    /// <summary>The entry of a key that is where it is looked for first, as nearly all are; a null reference says nothing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <remarks>For loops over a batch: without a result to be given by reference, all of it stays in registers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref TEntry FindAtHome(TKey key, uint hash)
    {
        var tag = TagOf(hash);
        ref var door = ref DoorOf(tag);
        ref var group = ref Unsafe.Add(ref door.First, GroupOf(tag, door.Groups) * Width);
        var matches = Matches(ref group, tag);
        if (matches != 0)
        {
            ref var entry = ref Unsafe.Add(ref group, PlaceOf(matches));
            if (_codec.Equals(entry.Key, key))
                return ref entry;
        }

        return ref Unsafe.NullRef<TEntry>();
    }

    /// <summary>The entry of a key, added if there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="added">Whether it was added; all but its key is <c>default</c> then.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref TEntry GetOrAdd(TKey key, uint hash, out bool added)
    {
        added = false;
        ref var entry = ref FindAtHome(key, hash);
        if (!Unsafe.IsNullRef(ref entry))
            return ref entry;

        return ref GetOrAddSlow(key, TagOf(hash), out added);
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

        ref var door = ref DoorOf(TagOf(hash));
        RemoveAt(door.Page, (int)(Unsafe.ByteOffset(ref door.First, ref entry) / Unsafe.SizeOf<TEntry>()));
        return true;
    }

    /// <summary>Frees one place of a page; an entry behind it may move up into it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="place">The place, which is taken.</param>
    public void RemoveAt(int page, int place)
    {
        ref var info = ref _pages[page];
        var places = info.Places;
        var groups = places.Length / Width;
        var hole = place;
        var isFull = IsFull(places, hole / Width);
        for (var group = NextGroup(hole / Width, groups); isFull; group = NextGroup(group, groups))
        {
            isFull = IsFull(places, group);   // past a group that is not full, nothing has gone
            var mover = FindOneThatPassed(places, hole / Width, group);
            if (mover < 0)
                continue;

            places[hole] = places[mover];
            hole = mover;
        }

        places[hole] = default;
        info.Count--;
        Count--;
    }

    /// <summary>Removes everything and gives the pages back.</summary>
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
    private static nint GroupOf(uint tag, int groups) => (nint)(((ulong)tag * (uint)groups) >> 32);

    // A bit for each place of a group whose tag is this one: the bits of a place are those of its words.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Matches(ref TEntry group, uint tag)
    {
        ref var words = ref Unsafe.As<TEntry, uint>(ref group);
        if (Vector512.IsHardwareAccelerated && Unsafe.SizeOf<TEntry>() == VectorEntryBytes)
        {
            // The four entries as sixteen words, all compared at once; only the words that are tags count.
            return (uint)Vector512.Equals(Vector512.LoadUnsafe(ref words), Vector512.Create(tag)).ExtractMostSignificantBits() & TagWords;
        }

        if (Vector512.IsHardwareAccelerated && Unsafe.SizeOf<TEntry>() == 2 * VectorEntryBytes)
        {
            var wanted = Vector512.Create(tag);
            var first = (uint)Vector512.Equals(Vector512.LoadUnsafe(ref words), wanted).ExtractMostSignificantBits();
            var second = (uint)Vector512.Equals(Vector512.LoadUnsafe(ref words, 16), wanted).ExtractMostSignificantBits();
            return (first | (second << 16)) & TagWords;
        }

        if (Vector256.IsHardwareAccelerated && Unsafe.SizeOf<TEntry>() == VectorEntryBytes)
        {
            var wanted = Vector256.Create(tag);
            var first = Vector256.Equals(Vector256.LoadUnsafe(ref words), wanted).ExtractMostSignificantBits();
            var second = Vector256.Equals(Vector256.LoadUnsafe(ref words, 8), wanted).ExtractMostSignificantBits();
            return (first | (second << 8)) & TagWords;
        }

        var matches = Bit(group.Tag == tag) | (Bit(Unsafe.Add(ref group, 1).Tag == tag) << WordsOfPlace);
        if (Width == 4)
        {
            matches |= Bit(Unsafe.Add(ref group, 2).Tag == tag) << (2 * WordsOfPlace)
                | Bit(Unsafe.Add(ref group, 3).Tag == tag) << (3 * WordsOfPlace);
        }

        return matches;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(uint matches) => BitOperations.TrailingZeroCount(matches) / WordsOfPlace;

    // Which words of a group are tags, where words are compared at once.
    private static uint FindTagWords()
    {
        var entry = default(TEntry);
        entry.Tag = uint.MaxValue;
        if (Unsafe.SizeOf<TEntry>() > 2 * VectorEntryBytes)
            return 0;

        var word = 0;
        while (Unsafe.Add(ref Unsafe.As<TEntry, uint>(ref entry), word) != uint.MaxValue)
            word++;
        return (WordsOfPlace == 8 ? 0x01010101u : 0x1111u) << word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(bool condition) => Unsafe.BitCast<bool, byte>(condition);

    private static int ArrayLength(int capacity) =>
        IsAligned ? capacity + ((LineBytes + Unsafe.SizeOf<TEntry>() - 1) / Unsafe.SizeOf<TEntry>()) : capacity;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Door DoorOf(uint tag) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_directory), (tag >> 1) & _mask);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref TEntry FindSlow(TKey key, uint tag, out int free)
    {
        var places = _pages[DoorOf(tag).Page].Places;
        ref var first = ref MemoryMarshal.GetReference(places);
        for (var number = (int)GroupOf(tag, places.Length / Width); ; number = NextGroup(number, places.Length / Width))
        {
            ref var group = ref Unsafe.Add(ref first, number * Width);
            for (var matches = Matches(ref group, tag); matches != 0; matches &= matches - 1)
            {
                ref var entry = ref Unsafe.Add(ref group, PlaceOf(matches));
                if (_codec.Equals(entry.Key, key))
                {
                    free = -1;
                    return ref entry;
                }
            }

            var freePlaces = Matches(ref group, 0);
            if (freePlaces == 0)
                continue;

            free = (number * Width) + PlaceOf(freePlaces);
            return ref Unsafe.NullRef<TEntry>();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref TEntry GetOrAddSlow(TKey key, uint tag, out bool added)
    {
        ref var entry = ref FindSlow(key, tag, out var free);
        added = Unsafe.IsNullRef(ref entry);
        if (!added)
            return ref entry;
        return ref Add(key, tag, free);
    }

    private struct Door
    {
        public TEntry[] Entries;
        public int Groups;
        public int Page;
        private nint _address;   // of what never moves

        public readonly unsafe ref TEntry First
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => ref PagePool<TEntry>.IsPinned
                ? ref Unsafe.AsRef<TEntry>((void*)_address)
                : ref MemoryMarshal.GetArrayDataReference(Entries);
        }

        public unsafe void Open(in Page page, int index)
        {
            Entries = page.Entries;
            Groups = page.Capacity / Width;
            Page = index;
            _address = PagePool<TEntry>.IsPinned ? (nint)Unsafe.AsPointer(ref page.Places[0]) : 0;
        }
    }

    private struct Page
    {
        public TEntry[] Entries;
        public int Count;
        public int Limit;
        public int Depth;
        public int Capacity;
        public nint Offset;   // in bytes, of the first place, which is at the beginning of a line
        public uint Bits;

        public readonly Span<TEntry> Places =>
            MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(Entries), Offset), Capacity);
    }
}
