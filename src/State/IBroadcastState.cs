namespace Akka.Flink.State;

/// <summary>A map of which each subtask has the same copy, because all of them are told the same.</summary>
/// <typeparam name="TMapKey">The type of the map's keys; it needs a key codec, which defines their equality.</typeparam>
/// <typeparam name="TValue">The type of the map's values; it needs a type serializer.</typeparam>
/// <remarks>
/// <para>What is put in may depend on nothing but the broadcast record and what the state holds: subtasks see broadcast records of
/// different senders in different orders, and other inputs not at all.</para>
/// <para><b>State.</b> Kept in memory, written whole with each snapshot by each subtask.</para>
/// <para><b>Flink.</b> <c>BroadcastState</c>.</para>
/// </remarks>
public interface IBroadcastState<TMapKey, TValue> : IReadOnlyBroadcastState<TMapKey, TValue>, IState
    where TMapKey : notnull
{
    /// <summary>Sets an entry.</summary>
    /// <param name="key">The map's key.</param>
    /// <param name="value">The value; null is stored as null.</param>
    void Put(TMapKey key, TValue value);

    /// <summary>Sets several entries.</summary>
    /// <param name="entries">The entries; a later one of the same key wins.</param>
    void PutAll(IEnumerable<KeyValuePair<TMapKey, TValue>> entries);

    /// <summary>Removes an entry, if there is one.</summary>
    /// <param name="key">The map's key.</param>
    void Remove(TMapKey key);
}
