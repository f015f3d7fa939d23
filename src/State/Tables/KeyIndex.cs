namespace Akka.Flink.State.Tables;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>The keys of an operator: each has a slot, and states and timers are by slot.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
/// <remarks>One probe for each record finds the slot; whatever else happens to the key is an index into an array. See
/// <see cref="HashPages{TKey, TEntry, TCodec}"/> on how it grows and <see cref="SlotSpace"/> on how long a slot lives.</remarks>
internal sealed class KeyIndex<TKey, TCodec> : SlotSpace
    where TCodec : struct, IKeyCodec<TKey>
{
    private const int PrefetchDistance = 32;
    private const int CacheResidentCount = 16 * 1024;

    private readonly HashPages<TKey, SlotEntry<TKey>, TCodec> _pages;
    private readonly Segments<TKey> _keys = new();
    private TCodec _codec;

    /// <summary>An empty index.</summary>
    /// <param name="codec">The keys' codec.</param>
    public KeyIndex(TCodec codec)
    {
        _codec = codec;
        _pages = new HashPages<TKey, SlotEntry<TKey>, TCodec>(codec, new PagePool<SlotEntry<TKey>>(), growInSmallSteps: true);
    }

    /// <summary>The key of a slot.</summary>
    /// <param name="slot">The slot, which is taken.</param>
    public TKey KeyAt(int slot) => _keys[slot];

    /// <summary>The slot of a key; -1 if it has none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    public int Find(TKey key, uint hash)
    {
        ref var entry = ref _pages.Find(key, hash);
        return Unsafe.IsNullRef(ref entry) ? -1 : entry.Slot;
    }

    /// <summary>The slot of a key, given to it if it has none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int GetOrAdd(TKey key, uint hash)
    {
        ref var entry = ref _pages.FindAtHome(key, hash);
        return Unsafe.IsNullRef(ref entry) ? GetOrAddElsewhere(key, hash) : entry.Slot;
    }

    /// <summary>The slots of a batch of keys.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="hashes">Their hashes.</param>
    /// <param name="slots">Receives their slots.</param>
    public void Resolve(ReadOnlySpan<TKey> keys, ReadOnlySpan<uint> hashes, Span<int> slots)
    {
        hashes = hashes[..keys.Length];
        slots = slots[..keys.Length];
        var i = 0;
        if (_pages.Count > CacheResidentCount)
        {
            for (var ahead = 0; ahead < Math.Min(PrefetchDistance, hashes.Length); ahead++)
                _pages.Prefetch(hashes[ahead]);
            for (; i < hashes.Length - PrefetchDistance; i++)
            {
                _pages.Prefetch(hashes[i + PrefetchDistance]);
                slots[i] = GetOrAdd(keys[i], hashes[i]);
            }
        }

        for (; i < keys.Length; i++)
            slots[i] = GetOrAdd(keys[i], hashes[i]);
    }

    /// <inheritdoc/>
    public override void WriteKey(IBufferWriter<byte> output, int slot) => _codec.Write(output, _keys[slot]);

    /// <inheritdoc/>
    public override int ReadKey(ref ReadOnlySpan<byte> input, in RestoreScope scope, bool add)
    {
        var key = _codec.Read(ref input);
        var hash = _codec.Hash(key);
        if (!scope.Contains(hash))
            return -1;
        return add ? GetOrAdd(key, hash) : Find(key, hash);
    }

    /// <inheritdoc/>
    public override void PrefetchKey(ReadOnlySpan<byte> input)
    {
        // Keys that are objects cost more to read twice.
        if (_pages.Count > CacheResidentCount && !RuntimeHelpers.IsReferenceOrContainsReferences<TKey>())
            _pages.Prefetch(_codec.Hash(_codec.Read(ref input)));
    }

    /// <inheritdoc/>
    public override string Describe(int slot) => $"{_keys[slot]}";

    /// <inheritdoc/>
    protected override void PrefetchForget(int slot)
    {
        if (_pages.Count > CacheResidentCount)
            _pages.Prefetch(_codec.Hash(_keys[slot]));
    }

    /// <inheritdoc/>
    protected override void Forget(int slot)
    {
        ref var key = ref _keys[slot];
        _pages.Remove(key, _codec.Hash(key));
        key = default!;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int GetOrAddElsewhere(TKey key, uint hash)
    {
        ref var entry = ref _pages.GetOrAdd(key, hash, out var added);
        if (!added)
            return entry.Slot;

        var slot = Take();
        entry.Slot = slot;
        _keys.Ensure(slot);
        _keys[slot] = entry.Key;
        return slot;
    }
}
