namespace Akka.Flink.State.Tables;

/// <summary>What <see cref="HashPages{TKey, TEntry, TCodec}"/> keeps: a key, what it needs of the key's hash, and whatever the table puts
/// beside them.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
internal interface IHashEntry<TKey>
{
    /// <summary>The key.</summary>
    TKey Key { get; set; }

    /// <summary>The mixed hash with its lowest bit set; 0 marks a free place.</summary>
    uint Tag { get; set; }
}
