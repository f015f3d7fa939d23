namespace Akka.Flink.State.Tests.Keyed;

using Akka.Flink.State.Keyed;

public class KeyedStateTests
{
    private readonly KeyedStateBackend<long, LongCodec> _backend = Backends.New();

    [Fact]
    public void Gives_each_key_a_value_of_its_own()
    {
        var state = _backend.GetState(new ValueStateDescriptor<string>("s"));

        _backend.SetCurrentKey(1);
        state.Update("one");
        _backend.SetCurrentKey(2);
        Assert.Null(state.Value);
        Assert.False(state.TryGet(out _));

        _backend.SetCurrentKey(1);
        Assert.Equal("one", state.Value);
    }

    [Fact]
    public void Removes_a_value_that_is_set_to_null()
    {
        var state = _backend.GetState(new ValueStateDescriptor<string>("s"));
        _backend.SetCurrentKey(1);

        state.Update("one");
        state.Update(null);

        Assert.False(state.TryGet(out _));
        _backend.EndBatch();
        Assert.Equal(0, _backend.KeyCount);
    }

    [Fact]
    public void Changes_a_struct_by_reference()
    {
        var state = _backend.GetState(new ValueStateDescriptor<long>("s"));
        _backend.SetCurrentKey(1);

        state.GetOrAddRef() += 5;
        state.GetOrAddRef() += 6;

        Assert.Equal(11, state.Value);
    }

    [Fact]
    public void Forgets_keys_that_hold_nothing_any_more_when_the_batch_ends()
    {
        var value = _backend.GetState(new ValueStateDescriptor<long>("v"));
        var list = _backend.GetListState(new ListStateDescriptor<long>("l"));
        var map = _backend.GetMapState(new MapStateDescriptor<string, long>("m"));
        _backend.SetCurrentKey(1);
        value.Update(1);
        list.Add(2);
        map.Put("a", 3);
        _backend.EndBatch();

        value.Clear();
        list.Clear();
        _backend.EndBatch();
        Assert.Equal(1, _backend.KeyCount);
        map.Remove("a");
        _backend.EndBatch();

        Assert.Equal(0, _backend.KeyCount);
    }

    [Fact]
    public void Keeps_lists_in_order_and_replaces_them_from_themselves()
    {
        var list = _backend.GetListState(new ListStateDescriptor<long>("l"));
        _backend.SetCurrentKey(1);
        Assert.Empty(list);

        list.AddAll([3, 1, 2]);
        list.AddAll(list);
        Assert.Equal([3, 1, 2, 3, 1, 2], list);
        list.Update(list.Where(element => element > 1));

        Assert.Equal([3, 2, 3, 2], list);
        list.Update([]);
        Assert.Empty(list);
    }

    [Fact]
    public void Enumerates_a_list_within_its_own_enumeration()
    {
        var list = _backend.GetListState(new ListStateDescriptor<long>("l"));
        _backend.SetCurrentKey(1);
        list.AddAll([1, 2]);
        var pairs = new List<(long, long)>();

        foreach (var outer in list)
        {
            foreach (var inner in list)
                pairs.Add((outer, inner));
        }

        Assert.Equal([(1, 1), (1, 2), (2, 1), (2, 2)], pairs);
    }

    [Fact]
    public void Refuses_null_in_lists_and_as_keys_of_maps()
    {
        var list = _backend.GetListState(new ListStateDescriptor<string>("l"));
        var map = _backend.GetMapState(new MapStateDescriptor<string, long>("m"));
        _backend.SetCurrentKey(1);

        Assert.Throws<ArgumentNullException>(() => list.Add(null!));
        Assert.Throws<ArgumentNullException>(() => list.AddAll(["a", null!]));
        Assert.Throws<ArgumentNullException>(() => map.Put(null!, 1));
        Assert.Throws<ArgumentNullException>(() => map.TryGet(null!, out _));
    }

    [Fact]
    public void Passes_over_what_was_removed_while_lists_and_maps_are_enumerated()
    {
        var list = _backend.GetListState(new ListStateDescriptor<string>("l"));
        var map = _backend.GetMapState(new MapStateDescriptor<string, long>("m"));
        _backend.SetCurrentKey(1);
        list.AddAll(["a", "b", "c"]);
        map.PutAll([new("a", 1), new("b", 2), new("c", 3)]);
        var seen = new List<string>();

        foreach (var element in list)
        {
            seen.Add(element);
            list.Clear();
        }

        foreach (var (key, _) in map)
        {
            seen.Add(key);
            map.Remove("a");
            map.Remove("b");
        }

        Assert.Equal(["a", "a", "c"], seen);
        Assert.Equal(["c"], map.Keys);
    }

    [Fact]
    public void Lets_an_entry_of_a_map_be_removed_while_it_is_enumerated()
    {
        var map = _backend.GetMapState(new MapStateDescriptor<string, long>("m"));
        _backend.SetCurrentKey(1);
        map.PutAll([new("a", 1), new("b", 2), new("c", 3), new("a", 4)]);

        foreach (var (key, value) in map)
        {
            if (value != 2)
                map.Remove(key);
        }

        Assert.Equal(["b"], map.Keys);
        Assert.Equal([2], map.Values);
        Assert.False(map.IsEmpty);
        Assert.True(map.Contains("b"));
        Assert.Equal(0, map.Get("a"));
        map.Clear();
        Assert.True(map.IsEmpty);
    }

    [Fact]
    public void Reduces_from_the_second_element_on()
    {
        var state = _backend.GetReducingState(new ReducingStateDescriptor<long>("r", (a, b) => (a * 10) + b));
        _backend.SetCurrentKey(1);
        Assert.False(state.TryGet(out _));

        state.Add(1);
        state.Add(2);

        Assert.Equal(12, state.Value);
        state.Clear();
        Assert.False(state.TryGet(out _));
    }

    [Fact]
    public void Aggregates_through_an_accumulator()
    {
        var state = _backend.GetAggregatingState(new AggregatingStateDescriptor<long, long, string>("a", new SumAsText()));
        _backend.SetCurrentKey(1);
        Assert.Null(state.Value);

        state.Add(1);
        state.Add(2);

        Assert.Equal("3", state.Value);
    }

    [Fact]
    [Trait("rule", "N23")]
    public void Keeps_states_by_namespace_apart()
    {
        var windows = _backend.GetNamespace<long>();
        var value = _backend.GetState(new ValueStateDescriptor<long>("v"), windows);
        var list = _backend.GetListState(new ListStateDescriptor<long>("l"), windows);
        _backend.SetCurrentKey(1);
        windows.SetCurrent(10);
        value.Update(7);
        list.Add(8);
        windows.SetCurrent(20);
        Assert.False(value.TryGet(out _));
        Assert.Empty(list);
        windows.SetCurrent(10);
        Assert.Equal(7, value.Value);
        Assert.Equal([8], list);

        _backend.EndBatch();
        Assert.Equal(1, windows.Space.Count);
        value.Clear();
        list.Clear();
        _backend.EndBatch();

        Assert.Equal(0, windows.Space.Count);
        Assert.Equal(0, _backend.KeyCount);
    }

    [Fact]
    public void Finds_all_keys_that_have_something_in_a_state()
    {
        var list = _backend.GetListState(new ListStateDescriptor<long>("l"));
        for (long key = 0; key < 100; key++)
        {
            _backend.SetCurrentKey(key);
            if (key % 10 == 0)
                list.Add(key);
        }

        var found = new List<long>();
        for (var slot = _backend.NextSlotWith(list, 0); slot >= 0; slot = _backend.NextSlotWith(list, slot + 1))
        {
            _backend.SetCurrent(slot);
            found.Add(_backend.CurrentKey);
            list.Clear();
        }

        Assert.Equal([0, 10, 20, 30, 40, 50, 60, 70, 80, 90], found.Order());
        Assert.Equal(-1, _backend.NextSlotWith(list, 0));
    }

    [Fact]
    public void Gives_the_same_state_for_the_same_declaration() =>
        Assert.Same(_backend.GetState(new ValueStateDescriptor<long>("v")), _backend.GetState(new ValueStateDescriptor<long>("v")));

    [Fact]
    public void Allocates_nothing_for_values_that_are_there()
    {
        var state = _backend.GetState(new ValueStateDescriptor<long>("v"));
        var timers = _backend.GetTimers("t");
        long[] keys = [.. Enumerable.Range(0, 512).Select(i => (long)i)];
        uint[] hashes = [.. keys.Select(key => default(LongCodec).Hash(key))];
        var slots = new int[keys.Length];
        Batch();
        Batch();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Batch();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Batch()
        {
            _backend.Resolve(keys, hashes, slots);
            foreach (var slot in slots)
            {
                _backend.SetCurrent(slot);
                state.GetOrAddRef()++;
                timers.Register(slot, 1000);
            }

            _backend.EndBatch();
        }
    }

    private sealed class SumAsText : IAggregateFunction<long, long, string>
    {
        public long CreateAccumulator() => 0;

        public long Add(long value, long accumulator) => accumulator + value;

        public string GetResult(long accumulator) => $"{accumulator}";

        public long Merge(long left, long right) => left + right;
    }
}
