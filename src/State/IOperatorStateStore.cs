namespace Akka.Flink.State;

/// <summary>State of an operator that belongs to no key: offsets of a source, open files of a sink.</summary>
/// <remarks>
/// <para><b>State.</b> Kept in memory and written whole with each snapshot. What was restored for a state waits until it is
/// declared.</para>
/// <para><b>Threads.</b> The operator's thread only.</para>
/// <para><b>Flink.</b> <c>OperatorStateStore</c>.</para>
/// </remarks>
public interface IOperatorStateStore
{
    /// <summary>A list of which each subtask restores its own part, or, when the parallelism has changed, an even share.</summary>
    /// <typeparam name="T">The elements' type; it needs a type serializer.</typeparam>
    /// <param name="descriptor">Its declaration, without time-to-live.</param>
    /// <returns>The list of this subtask.</returns>
    /// <exception cref="StateException">The name is taken by another state, or what was restored for it cannot be read.</exception>
    IListState<T> GetListState<T>(ListStateDescriptor<T> descriptor);

    /// <summary>A list of which each subtask restores all parts, to choose from.</summary>
    /// <typeparam name="T">The elements' type; it needs a type serializer.</typeparam>
    /// <param name="descriptor">Its declaration, without time-to-live.</param>
    /// <returns>The list of this subtask.</returns>
    /// <exception cref="StateException">The name is taken by another state, or what was restored for it cannot be read.</exception>
    IListState<T> GetUnionListState<T>(ListStateDescriptor<T> descriptor);

    /// <summary>A map of which every subtask has the same copy, because all are told the same.</summary>
    /// <typeparam name="TMapKey">The type of the map's keys; it needs a key codec, which defines their equality.</typeparam>
    /// <typeparam name="TValue">The type of the map's values; it needs a type serializer.</typeparam>
    /// <param name="descriptor">Its declaration, without time-to-live.</param>
    /// <returns>The map of this subtask.</returns>
    /// <remarks><para><b>State.</b> Every subtask writes its copy. After a restore each reads one: its own, or, where there are more
    /// subtasks than before, that of another.</para></remarks>
    /// <exception cref="StateException">The name is taken by another state, or what was restored for it cannot be read.</exception>
    IBroadcastState<TMapKey, TValue> GetBroadcastState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull;
}
