namespace Akka.Flink.State;

/// <summary>The keyed state of one operator in one subtask: the current key, the states by name, the timers of both time domains, snapshot and restore.</summary>
/// <remarks>
/// Owned by the operator's thread; nothing in it is safe for others. An operator resolves the keys of a batch to slots ahead of time, sets each current in turn, and ends the batch, whereupon keys that hold nothing any more leave.
/// </remarks>
public abstract class KeyedStateBackend
{
    /// <summary>The slot of the current key; -1 when there is none.</summary>
    public int CurrentSlot { get; protected set; } = -1;

    /// <summary>The clock that time-to-live goes by, in milliseconds since the epoch.</summary>
    public long ProcessingTimeMs { get; set; }

    /// <summary>The state of this name, made if it is not there yet.</summary>
    public abstract IValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor);

    /// <summary>The state of this name, made if it is not there yet.</summary>
    public abstract IListState<T> GetListState<T>(ListStateDescriptor<T> descriptor);

    /// <summary>The state of this name, made if it is not there yet.</summary>
    public abstract IMapState<TMapKey, TValue> GetMapState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull;

    /// <summary>The state of this name, made if it is not there yet.</summary>
    public abstract IReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor);

    /// <summary>The state of this name, made if it is not there yet.</summary>
    public abstract IAggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor);
}
