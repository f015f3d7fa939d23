namespace Akka.Flink.State.Keyed;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Snapshots;
using Akka.Flink.State.Tables;

/// <summary>The keyed state of one operator in one subtask, for keys of one type.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
internal sealed class KeyedStateBackend<TKey, TCodec> : KeyedStateBackend
    where TCodec : struct, IKeyCodec<TKey>
{
    private const int CacheResidentCount = 16 * 1024;

    private readonly KeyIndex<TKey, TCodec> _index;
    private TCodec _codec;

    /// <summary>A backend without states.</summary>
    /// <param name="setup">What every backend is told.</param>
    /// <param name="codec">The keys' codec.</param>
    public KeyedStateBackend(KeyedStateSetup setup, TCodec codec)
        : this(setup, codec, new KeyIndex<TKey, TCodec>(codec))
    {
    }

    private KeyedStateBackend(KeyedStateSetup setup, TCodec codec, KeyIndex<TKey, TCodec> index)
        : base(setup, index, setup.Types.KeySchemaOf<TKey>())
    {
        _codec = codec;
        _index = index;
    }

    /// <summary>The current key; there must be one.</summary>
    public TKey CurrentKey => _index.KeyAt(_index.Current);

    /// <summary>The key of a slot.</summary>
    /// <param name="slot">The slot.</param>
    public TKey KeyAt(int slot) => _index.KeyAt(slot);

    /// <summary>The slot of a key, valid until the end of the batch.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Resolve(TKey key, uint hash) => _index.GetOrAdd(key, hash);

    /// <summary>The slot of a key, valid until the end of the batch.</summary>
    /// <param name="key">The key.</param>
    public int Resolve(TKey key) => _index.GetOrAdd(key, _codec.Hash(key));

    /// <summary>The slots of a batch of keys, valid until the end of the batch. What belongs to them is fetched ahead.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="hashes">Their hashes.</param>
    /// <param name="slots">Receives the slots.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]   // compiled for itself, so that what it calls for each record is inlined into it
    public void Resolve(ReadOnlySpan<TKey> keys, ReadOnlySpan<uint> hashes, Span<int> slots)
    {
        _index.Resolve(keys, hashes, slots);
        if (_index.Count > CacheResidentCount)
            PrefetchTables(slots[..keys.Length]);
    }

    /// <summary>Makes a key current that was not resolved ahead.</summary>
    /// <param name="key">The key.</param>
    public void SetCurrentKey(TKey key) => SetCurrent(Resolve(key));

    /// <summary>The windows of this name.</summary>
    /// <typeparam name="TAccumulator">The type of accumulators.</typeparam>
    /// <param name="name">What they are called in snapshots.</param>
    public WindowTable<TKey, TCodec, TAccumulator> GetWindows<TAccumulator>(string name)
    {
        var serializer = Setup.Types.SerializerOf<TAccumulator>();
        var info = new StateInfo(name, StateKind.Windows, false, Schema.Of("int64"), null, serializer.Schema);
        return GetTable(info, made => new WindowTable<TKey, TCodec, TAccumulator>(made, _codec, serializer));
    }

    /// <inheritdoc/>
    private protected override bool ReadKey(ref ReadOnlySpan<byte> entry) => Scope.Contains(_codec.Hash(_codec.Read(ref entry)));
}
