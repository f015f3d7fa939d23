namespace Akka.Flink.State.Keyed;

using Akka.Flink.State.Snapshots;
using Akka.Flink.State.Tables;
using Akka.Flink.State.Timers;

/// <summary>Makes the states of a backend from their descriptors, each once.</summary>
/// <param name="backend">The backend.</param>
internal sealed class StateFactory(KeyedStateBackend backend)
{
    private readonly Dictionary<string, Declared> _declared = [];

    private StateTypes Types => backend.Setup.Types;

    /// <summary>A value state.</summary>
    public IValueState<T> Value<T>(ValueStateDescriptor<T> descriptor, SlotSpace space, Schema? by)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        var serializer = Types.SerializerOf<T>();
        var info = InfoOf(descriptor, StateKind.Value, by, null, serializer.Schema);
        if (Find<IValueState<T>>(descriptor, info) is { } known)
            return known;
        if (descriptor.TimeToLive is not { } ttl)
            return Declare(descriptor, info, new ValueState<T>(space, backend.AddTable(new Column<T>(info, space, serializer))));

        return Declare(descriptor, info, new TimedValueState<T>(info.Name, space, TimedOver(info, space, serializer, ttl)));
    }

    /// <summary>A reducing state.</summary>
    public IReducingState<T> Reducing<T>(ReducingStateDescriptor<T> descriptor, SlotSpace space, Schema? by)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        var serializer = Types.SerializerOf<T>();
        var info = InfoOf(descriptor, StateKind.Reducing, by, null, serializer.Schema);
        if (Find<IReducingState<T>>(descriptor, info) is { } known)
            return known;
        if (descriptor.TimeToLive is not { } ttl)
            return Declare(
                descriptor, info, new ReducingState<T>(space, backend.AddTable(new Column<T>(info, space, serializer)), descriptor.Reduce));

        return Declare(
            descriptor, info, new TimedReducingState<T>(info.Name, space, TimedOver(info, space, serializer, ttl), descriptor.Reduce));
    }

    /// <summary>An aggregating state.</summary>
    public IAggregatingState<TIn, TOut> Aggregating<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor, SlotSpace space, Schema? by)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        var serializer = Types.SerializerOf<TAccumulator>();
        var info = InfoOf(descriptor, StateKind.Aggregating, by, null, serializer.Schema);
        if (Find<IAggregatingState<TIn, TOut>>(descriptor, info) is { } known)
            return known;
        if (descriptor.TimeToLive is not { } ttl)
        {
            var column = backend.AddTable(new Column<TAccumulator>(info, space, serializer));
            return Declare(descriptor, info, new AggregatingState<TIn, TAccumulator, TOut>(space, column, descriptor.Function));
        }

        var timed = TimedOver(info, space, serializer, ttl);
        return Declare(descriptor, info, new TimedAggregatingState<TIn, TAccumulator, TOut>(info.Name, space, timed, descriptor.Function));
    }

    /// <summary>A list state.</summary>
    public IListState<T> List<T>(ListStateDescriptor<T> descriptor, SlotSpace space, Schema? by)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        var serializer = Types.SerializerOf<T>();
        var info = InfoOf(descriptor, StateKind.List, by, null, serializer.Schema);
        if (Find<IListState<T>>(descriptor, info) is { } known)
            return known;

        var elements = backend.AddSpace(new ElementSpace(space));
        if (descriptor.TimeToLive is not { } config)
            return Declare(
                descriptor, info, new ListState<T>(space, elements, backend.AddTable(new Column<T>(info, elements, serializer))));

        var ttl = new TimeToLive(config, backend);
        var column = backend.AddTable(new Column<Timed<T>>(info, elements, new TimedSerializer<T>(serializer)));
        return Declare(descriptor, info, new TimedListState<T>(info.Name, space, elements, column, new TimedColumn<T>(column, ttl), ttl));
    }

    /// <summary>A map state.</summary>
    public IMapState<TMapKey, TValue> Map<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor, SlotSpace space, Schema? by)
        where TMapKey : notnull
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        var serializer = Types.SerializerOf<TValue>();
        var info = InfoOf(descriptor, StateKind.Map, by, Types.KeySchemaOf<TMapKey>(), serializer.Schema);
        if (Find<IMapState<TMapKey, TValue>>(descriptor, info) is { } known)
            return known;

        var entries = backend.AddSpace(Types.SpaceOf<TMapKey>(space, isChained: true));
        if (descriptor.TimeToLive is not { } ttl)
        {
            var column = backend.AddTable(new Column<TValue>(info, entries, serializer));
            return Declare(descriptor, info, new MapState<TMapKey, TValue>(space, entries, column));
        }

        return Declare(
            descriptor, info, new TimedMapState<TMapKey, TValue>(info.Name, space, entries, TimedOver(info, entries, serializer, ttl)));
    }

    /// <summary>Timers.</summary>
    public TimerQueue Timers(string name, SlotSpace space, Schema? by)
    {
        var info = new StateInfo(name, StateKind.Timers, false, by, null, null);
        return Find<TimerQueue>(null, info) ?? Declare(null, info, backend.AddTable(new TimerQueue(info, space)));
    }

    /// <summary>Any other table.</summary>
    public TTable Table<TTable>(StateInfo info, Func<StateInfo, TTable> make)
        where TTable : StateTable =>
        Find<TTable>(null, info) ?? Declare(null, info, backend.AddTable(make(info)));

    private static StateInfo InfoOf(StateDescriptor descriptor, StateKind kind, Schema? by, Schema? element, Schema value) =>
        new(descriptor.Name, kind, descriptor.TimeToLive is not null, by, element, value);

    private TimedColumn<T> TimedOver<T>(StateInfo info, SlotSpace space, ITypeSerializer<T> serializer, StateTtlConfig ttl) =>
        new(backend.AddTable(new Column<Timed<T>>(info, space, new TimedSerializer<T>(serializer))), new TimeToLive(ttl, backend));

    private TState? Find<TState>(StateDescriptor? descriptor, StateInfo info)
        where TState : class
    {
        if (!_declared.TryGetValue(info.Name, out var known))
            return null;
        if (known.State is TState state && known.Info == info && known.TimeToLive == descriptor?.TimeToLive)
            return state;

        throw StateErrors.DeclaredTwice(
            info.Name, backend.Setup.Uid, Describe(known.Info, known.TimeToLive), Describe(info, descriptor?.TimeToLive));
    }

    private TState Declare<TState>(StateDescriptor? descriptor, StateInfo info, TState state)
        where TState : class
    {
        _declared.Add(info.Name, new Declared(info, descriptor?.TimeToLive, state));
        return state;
    }

    private static string Describe(StateInfo info, StateTtlConfig? ttl) =>
        ttl is null ? info.ToString() : $"{info} ({ttl.TimeToLive}, {ttl.Update}, {ttl.Visibility})";

    private sealed record Declared(StateInfo Info, StateTtlConfig? TimeToLive, object State);
}
