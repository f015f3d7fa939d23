namespace Akka.Flink.State.Tables;

/// <summary>A key of an open window with its accumulator: one line of the cache holds both.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TAccumulator">The accumulator's type.</typeparam>
internal struct WindowEntry<TKey, TAccumulator> : IHashEntry<TKey>
{
    private TKey _key;
    private uint _tag;

    /// <summary>What snapshots need to know: the epoch of the last change, or one less than that of the snapshot that wrote it; 0 at
    /// first.</summary>
    public uint Version;

    /// <summary>The accumulator.</summary>
    public TAccumulator Accumulator;

    /// <inheritdoc/>
    public TKey Key
    {
        readonly get => _key;
        set => _key = value;
    }

    /// <inheritdoc/>
    public uint Tag
    {
        readonly get => _tag;
        set => _tag = value;
    }
}
