namespace Akka.Flink.State;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Snapshots;
using Akka.Flink.State.Tables;
using Akka.Flink.State.Timers;

/// <summary>The keyed state of one operator in one subtask: the current key, the states by name, the timers, snapshot and
/// restore.</summary>
/// <remarks>
/// <para>An operator resolves the keys of a batch to slots ahead of time, sets each current in turn, and ends the batch, whereupon keys
/// that hold nothing any more leave.</para>
/// <para>States may be declared at any time; what was restored for a state waits until it is declared, and is kept if it never is.</para>
/// <para><b>Threads.</b> Owned by the operator's thread; nothing in it is safe for others.</para>
/// </remarks>
public abstract partial class KeyedStateBackend
{
    private readonly StateFactory _states;
    private readonly List<StateTable> _tables = [];
    private readonly List<SlotSpace> _spaces = [];   // those above before those below
    private readonly Dictionary<Type, object> _namespacesByType = [];
    private readonly List<SlotSpace> _namespaces = [];
    private bool _hasNamespaces;

    /// <summary>A backend without states.</summary>
    /// <param name="setup">What every backend is told.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="keySchema">The bytes of keys.</param>
    private protected KeyedStateBackend(KeyedStateSetup setup, SlotSpace keys, Schema keySchema)
    {
        Setup = setup;
        Scope = new RestoreScope(setup.Range, setup.MaxParallelism);
        Keys = AddSpace(keys);
        KeySchema = keySchema;
        _states = new StateFactory(this);
    }

    /// <summary>The slot of the current key; -1 when there is none.</summary>
    public int CurrentSlot => Keys.Current;

    /// <summary>How many keys hold anything, or were looked for in this batch.</summary>
    public int KeyCount => Keys.Count;

    /// <summary>The clock that time-to-live goes by, in milliseconds since the epoch; set by the operator once a batch.</summary>
    public long ProcessingTimeMs { get; set; }

    /// <summary>What the backend was told.</summary>
    internal KeyedStateSetup Setup { get; }

    /// <summary>The slots of keys.</summary>
    internal SlotSpace Keys { get; }

    /// <summary>The bytes of keys.</summary>
    internal Schema KeySchema { get; }

    /// <summary>Which keys are this subtask's.</summary>
    internal RestoreScope Scope { get; }

    /// <summary>The tables that snapshots consist of.</summary>
    internal IReadOnlyList<StateTable> Tables => _tables;

    /// <summary>Makes a key current. Namespaces are left.</summary>
    /// <param name="slot">The key's slot.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetCurrent(int slot)
    {
        Keys.Current = slot;
        if (_hasNamespaces)
            LeaveNamespaces();
    }

    /// <summary>Leaves the current key: state cannot be used until the next is set.</summary>
    public void ClearCurrent() => SetCurrent(-1);

    /// <summary>Ends a batch: keys that hold nothing leave. Slots that were resolved before are not valid any more.</summary>
    public void EndBatch()
    {
        for (var i = _spaces.Count - 1; i >= 0; i--)
            _spaces[i].EndBatch();
    }

    /// <summary>The state of this name, made if it is not there yet.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state, of whichever key is current.</returns>
    /// <exception cref="StateException">The name is taken by another state, or what was restored for it cannot be read.</exception>
    public IValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor) => _states.Value(descriptor, Keys, null);

    /// <summary>The state of this name, made if it is not there yet.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state, of whichever key is current.</returns>
    /// <exception cref="StateException">The name is taken by another state, or what was restored for it cannot be read.</exception>
    public IListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) => _states.List(descriptor, Keys, null);

    /// <summary>The state of this name, made if it is not there yet.</summary>
    /// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
    /// <typeparam name="TValue">The type of the map's values.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state, of whichever key is current.</returns>
    /// <exception cref="StateException">The name is taken by another state, or what was restored for it cannot be read.</exception>
    public IMapState<TMapKey, TValue> GetMapState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull =>
        _states.Map(descriptor, Keys, null);

    /// <summary>The state of this name, made if it is not there yet.</summary>
    /// <typeparam name="T">The type of elements and value.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state, of whichever key is current.</returns>
    /// <exception cref="StateException">The name is taken by another state, or what was restored for it cannot be read.</exception>
    public IReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor) => _states.Reducing(descriptor, Keys, null);

    /// <summary>The state of this name, made if it is not there yet.</summary>
    /// <typeparam name="TIn">The type of elements.</typeparam>
    /// <typeparam name="TAccumulator">The type of accumulators.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state, of whichever key is current.</returns>
    /// <exception cref="StateException">The name is taken by another state, or what was restored for it cannot be read.</exception>
    public IAggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) =>
        _states.Aggregating(descriptor, Keys, null);

    /// <summary>The namespaces of a type, such as windows.</summary>
    /// <typeparam name="TNamespace">The type; it needs a key codec.</typeparam>
    /// <returns>What sets the current one.</returns>
    internal StateNamespace<TNamespace> GetNamespace<TNamespace>()
    {
        if (_namespacesByType.TryGetValue(typeof(TNamespace), out var known))
            return (StateNamespace<TNamespace>)known;

        var space = AddSpace(Setup.Types.SpaceOf<TNamespace>(Keys, isChained: false));
        var made = new StateNamespace<TNamespace>(Keys, space, Setup.Types.KeySchemaOf<TNamespace>());
        _namespaces.Add(space);
        _hasNamespaces = true;
        _namespacesByType.Add(typeof(TNamespace), made);
        return made;
    }

    /// <summary>The value state of this name by namespace; see <see cref="GetState{T}(ValueStateDescriptor{T})"/>.</summary>
    internal IValueState<T> GetState<T, TNamespace>(ValueStateDescriptor<T> descriptor, StateNamespace<TNamespace> by) =>
        _states.Value(descriptor, by.Space, by.Schema);

    /// <summary>The list state of this name by namespace; see <see cref="GetListState{T}(ListStateDescriptor{T})"/>.</summary>
    internal IListState<T> GetListState<T, TNamespace>(ListStateDescriptor<T> descriptor, StateNamespace<TNamespace> by) =>
        _states.List(descriptor, by.Space, by.Schema);

    /// <summary>The map state of this name by namespace; see
    /// <see cref="GetMapState{TMapKey, TValue}(MapStateDescriptor{TMapKey, TValue})"/>.</summary>
    internal IMapState<TMapKey, TValue> GetMapState<TMapKey, TValue, TNamespace>(
        MapStateDescriptor<TMapKey, TValue> descriptor, StateNamespace<TNamespace> by)
        where TMapKey : notnull =>
        _states.Map(descriptor, by.Space, by.Schema);

    /// <summary>The reducing state of this name by namespace; see <see cref="GetReducingState{T}(ReducingStateDescriptor{T})"/>.</summary>
    internal IReducingState<T> GetReducingState<T, TNamespace>(ReducingStateDescriptor<T> descriptor, StateNamespace<TNamespace> by) =>
        _states.Reducing(descriptor, by.Space, by.Schema);

    /// <summary>The aggregating state of this name by namespace; see
    /// <see cref="GetAggregatingState{TIn, TAccumulator, TOut}(AggregatingStateDescriptor{TIn, TAccumulator, TOut})"/>.</summary>
    internal IAggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut, TNamespace>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor, StateNamespace<TNamespace> by) =>
        _states.Aggregating(descriptor, by.Space, by.Schema);

    /// <summary>The timers of this name, by key.</summary>
    /// <param name="name">What they are called in snapshots, such as <c>event-time</c>.</param>
    internal TimerQueue GetTimers(string name) => _states.Timers(name, Keys, null);

    /// <summary>The timers of this name, by key and namespace.</summary>
    /// <typeparam name="TNamespace">The type of namespaces.</typeparam>
    /// <param name="name">What they are called in snapshots.</param>
    /// <param name="by">The namespaces.</param>
    internal NamespacedTimers<TNamespace> GetTimers<TNamespace>(string name, StateNamespace<TNamespace> by) =>
        new(_states.Timers(name, by.Space, by.Schema), by);

    /// <summary>The next key that has anything in a state: for visiting all of them. What is visited may be changed meanwhile.</summary>
    /// <param name="state">A state by key that this backend gave.</param>
    /// <param name="from">The first slot to look at: 0, then one more than what was found.</param>
    /// <returns>The key's slot; -1 if there are no more.</returns>
    internal int NextSlotWith(IState state, int from)
    {
        for (var slot = from; slot < Keys.Limit; slot++)
        {
            if (((KeyedState)state).HasEntry(slot))
                return slot;
        }

        return -1;
    }

    /// <summary>Adds a space. Those that it hangs below must have been added before.</summary>
    /// <typeparam name="TSpace">Its type.</typeparam>
    /// <param name="space">The space.</param>
    internal TSpace AddSpace<TSpace>(TSpace space)
        where TSpace : SlotSpace
    {
        _spaces.Add(space);
        return space;
    }

    /// <summary>Adds a table, and gives it what was restored for it.</summary>
    /// <typeparam name="TTable">Its type.</typeparam>
    /// <param name="table">The table.</param>
    internal TTable AddTable<TTable>(TTable table)
        where TTable : StateTable
    {
        table.Id = _tables.Count;
        _tables.Add(table);
        TakePending(table);
        return table;
    }

    /// <summary>Fetches what belongs to the keys of a batch.</summary>
    /// <param name="slots">Their slots.</param>
    private protected void PrefetchTables(ReadOnlySpan<int> slots)
    {
        foreach (var table in _tables)
            table.Prefetch(slots);
    }

    private void LeaveNamespaces()
    {
        foreach (var space in _namespaces)
            space.Current = -1;
    }
}
