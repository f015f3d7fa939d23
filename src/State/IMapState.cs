namespace Akka.Flink.State;

using System.Diagnostics.CodeAnalysis;

/// <summary>A map for each key.</summary>
/// <typeparam name="TMapKey">The type of the map's keys; it needs a key codec, which defines their equality.</typeparam>
/// <typeparam name="TValue">The type of the map's values; it needs a type serializer.</typeparam>
/// <remarks>
/// <para>Enumerating gives the entries of the current key in no particular order. The entry just returned may be changed or removed while
/// enumerating; adding others may not.</para>
/// <para><b>State.</b> Versioned by entry: a change writes only that entry.</para>
/// <para><b>Flink.</b> <c>MapState</c>.</para>
/// </remarks>
public interface IMapState<TMapKey, TValue> : IState, IEnumerable<KeyValuePair<TMapKey, TValue>>
    where TMapKey : notnull
{
    /// <summary>Whether the current key has no entries.</summary>
    /// <exception cref="StateException">There is no current key.</exception>
    bool IsEmpty { get; }

    /// <summary>The map's keys.</summary>
    IEnumerable<TMapKey> Keys { get; }

    /// <summary>The map's values.</summary>
    IEnumerable<TValue> Values { get; }

    /// <summary>Reads an entry.</summary>
    /// <param name="key">The map's key.</param>
    /// <returns>The value; <c>default</c> when there is none.</returns>
    /// <exception cref="StateException">There is no current key.</exception>
    TValue? Get(TMapKey key);

    /// <summary>Reads an entry.</summary>
    /// <param name="key">The map's key.</param>
    /// <param name="value">The value, or <c>default</c>.</param>
    /// <returns>Whether there is an entry.</returns>
    /// <exception cref="StateException">There is no current key.</exception>
    bool TryGet(TMapKey key, [MaybeNullWhen(false)] out TValue value);

    /// <summary>Sets an entry.</summary>
    /// <param name="key">The map's key.</param>
    /// <param name="value">The value; null is stored as null.</param>
    /// <exception cref="StateException">There is no current key.</exception>
    void Put(TMapKey key, TValue value);

    /// <summary>Sets several entries.</summary>
    /// <param name="entries">The entries; a later one of the same key wins.</param>
    /// <exception cref="StateException">There is no current key.</exception>
    void PutAll(IEnumerable<KeyValuePair<TMapKey, TValue>> entries);

    /// <summary>Removes an entry, if there is one.</summary>
    /// <param name="key">The map's key.</param>
    /// <exception cref="StateException">There is no current key.</exception>
    void Remove(TMapKey key);

    /// <summary>Whether there is an entry.</summary>
    /// <param name="key">The map's key.</param>
    /// <exception cref="StateException">There is no current key.</exception>
    bool Contains(TMapKey key);
}
