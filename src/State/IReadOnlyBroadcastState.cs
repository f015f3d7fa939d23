namespace Akka.Flink.State;

using System.Diagnostics.CodeAnalysis;

/// <summary>Broadcast state as those see it who must not change it: a map of which each subtask has the same copy.</summary>
/// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
/// <typeparam name="TValue">The type of the map's values.</typeparam>
/// <remarks>
/// <para>Enumerating gives the entries in no particular order. Values are not copied: who changes one changes the state of this subtask
/// only, and the copies are not the same any more.</para>
/// <para><b>Flink.</b> <c>ReadOnlyBroadcastState</c>.</para>
/// </remarks>
public interface IReadOnlyBroadcastState<TMapKey, TValue> : IEnumerable<KeyValuePair<TMapKey, TValue>>
    where TMapKey : notnull
{
    /// <summary>How many entries there are.</summary>
    int Count { get; }

    /// <summary>Reads an entry.</summary>
    /// <param name="key">The map's key.</param>
    /// <returns>The value; <c>default</c> when there is none.</returns>
    TValue? Get(TMapKey key);

    /// <summary>Reads an entry.</summary>
    /// <param name="key">The map's key.</param>
    /// <param name="value">The value, or <c>default</c>.</param>
    /// <returns>Whether there is an entry.</returns>
    bool TryGet(TMapKey key, [MaybeNullWhen(false)] out TValue value);

    /// <summary>Whether there is an entry.</summary>
    /// <param name="key">The map's key.</param>
    /// <returns>Whether there is.</returns>
    bool Contains(TMapKey key);
}
