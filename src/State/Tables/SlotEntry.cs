namespace Akka.Flink.State.Tables;

/// <summary>A key and its slot.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
internal struct SlotEntry<TKey> : IHashEntry<TKey>
{
    private TKey _key;
    private uint _tag;

    /// <summary>The key's slot.</summary>
    public int Slot;

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
