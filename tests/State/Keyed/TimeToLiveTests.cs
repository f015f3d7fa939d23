namespace Akka.Flink.State.Tests.Keyed;

using Akka.Flink.State.Keyed;
using static StateTtlConfig;

/// <summary>The cases of Flink's recorded behaviour, one by one.</summary>
[Trait("rule", "K12")]
public class TimeToLiveTests
{
    private readonly KeyedStateBackend<long, LongCodec> _backend = Backends.New();

    [Fact]
    public void A_value_expires_at_the_full_age_however_often_it_was_read()
    {
        var state = Value(OnWrite);
        At(100, () => state.Update(1));

        At(109, () => Assert.Equal(1, state.Value));
        At(110, () => Assert.False(state.TryGet(out _)));
    }

    [Fact]
    public void Reading_renews_where_it_is_asked_to()
    {
        var state = Value(OnRead);
        At(100, () => state.Update(1));

        At(109, () => Assert.Equal(1, state.Value));
        At(118, () => Assert.Equal(1, state.Value));
        At(128, () => Assert.False(state.TryGet(out _)));
    }

    [Fact]
    public void An_expired_value_is_returned_once_where_it_may_be()
    {
        var state = Value(Returning);
        At(100, () => state.Update(1));

        At(150, () => Assert.Equal(1, state.Value));
        At(150, () => Assert.False(state.TryGet(out _)));
    }

    [Fact]
    public void A_reference_to_an_expired_value_begins_anew()
    {
        var state = Value(OnWrite);
        At(100, () => state.GetOrAddRef() += 1);
        At(105, () => state.GetOrAddRef() += 1);

        At(114, () => Assert.Equal(2, state.Value));
        At(115, () => state.GetOrAddRef() += 1);

        At(124, () => Assert.Equal(1, state.Value));
    }

    [Fact]
    public void Elements_of_a_list_expire_one_by_one()
    {
        var list = List(OnWrite);
        At(100, () => list.Add(1));
        At(105, () => list.Add(2));

        At(105, () => Assert.Equal([1, 2], list));
        At(110, () => Assert.Equal([2], list));
        At(115, () => Assert.Empty(list));
    }

    [Fact]
    public void A_list_with_some_expired_elements_is_returned_in_full_until_all_have_expired()
    {
        var list = List(Returning);
        At(100, () => list.Add(1));
        At(105, () => list.Add(2));

        At(110, () => Assert.Equal([1, 2], list));
        At(110, () => Assert.Equal([1, 2], list));
        At(120, () => Assert.Equal([1, 2], list));
        At(120, () => Assert.Empty(list));
    }

    [Fact]
    public void Adding_to_a_list_does_not_drop_what_has_expired()
    {
        var list = List(Returning);
        At(100, () => list.Add(1));
        At(150, () => list.Add(2));

        At(150, () => Assert.Equal([1, 2], list));
        At(155, () => Assert.Equal([1, 2], list));
        At(160, () => Assert.Equal([1, 2], list));
        At(160, () => Assert.Empty(list));
    }

    [Fact]
    public void Reading_a_list_renews_all_elements_where_it_is_asked_to()
    {
        var list = List(OnRead);
        At(100, () => list.Add(1));
        At(105, () => list.Add(2));

        At(109, () => Assert.Equal([1, 2], list));
        At(118, () => Assert.Equal([1, 2], list));
        At(128, () => Assert.Empty(list));
    }

    [Fact]
    public void Entries_of_a_map_expire_one_by_one_and_then_it_is_empty()
    {
        var map = Map(OnWrite);
        At(100, () => map.Put("x", 1));
        At(105, () => map.Put("y", 2));

        At(110, () =>
        {
            Assert.False(map.Contains("x"));
            Assert.Equal([new KeyValuePair<string, long>("y", 2)], map);
            Assert.False(map.IsEmpty);
        });
        At(115, () =>
        {
            Assert.True(map.IsEmpty);
            Assert.Empty(map);
        });
    }

    [Fact]
    public void An_expired_entry_of_a_map_is_seen_once_where_it_may_be()
    {
        var map = Map(Returning);
        At(100, () => map.PutAll([new("x", 1), new("y", 2)]));

        At(110, () =>
        {
            Assert.False(map.IsEmpty);
            Assert.True(map.Contains("x"));
            Assert.False(map.Contains("x"));
            Assert.Equal([new KeyValuePair<string, long>("y", 2)], map);
            Assert.False(map.TryGet("y", out _));
            Assert.True(map.IsEmpty);
        });
    }

    [Fact]
    public void Adding_to_an_expired_reducing_state_begins_anew()
    {
        var state = _backend.GetReducingState(new ReducingStateDescriptor<long>("r", (a, b) => a + b) { TimeToLive = OnWrite });
        At(100, () => state.Add(1));
        At(109, () => state.Add(2));

        At(118, () => Assert.Equal(3, state.Value));
        At(119, () => state.Add(4));

        At(119, () => Assert.Equal(4, state.Value));
    }

    [Fact]
    public void Adding_to_an_expired_reducing_state_counts_the_old_value_in_where_it_may_be_seen()
    {
        var state = _backend.GetReducingState(new ReducingStateDescriptor<long>("r", (a, b) => a + b) { TimeToLive = Returning });
        At(100, () => state.Add(1));

        At(150, () => state.Add(2));

        At(150, () => Assert.Equal(3, state.Value));
        At(170, () => Assert.Equal(3, state.Value));
        At(170, () => Assert.False(state.TryGet(out _)));
    }

    [Fact]
    public void An_aggregating_state_expires_like_a_reducing_one()
    {
        var state = _backend.GetAggregatingState(
            new AggregatingStateDescriptor<long, string, string>("a", new Joining()) { TimeToLive = OnRead });
        At(100, () => state.Add(1));
        At(109, () => Assert.Equal("1", state.Value));
        At(118, () => state.Add(2));

        At(118, () => Assert.Equal("12", state.Value));
        At(128, () => Assert.Null(state.Value));
        At(128, () => state.Add(3));

        At(128, () => Assert.Equal("3", state.Value));
    }

    [Fact]
    public void The_time_of_the_last_write_survives_a_restore()
    {
        At(100, () => Value(OnWrite).Update(1));
        At(100, () => List(OnWrite).Add(2));
        var restored = Backends.New();
        var value = restored.GetState(new ValueStateDescriptor<long>("v") { TimeToLive = OnWrite });
        var list = restored.GetListState(new ListStateDescriptor<long>("l") { TimeToLive = OnWrite });

        Backends.Restore(restored, Backends.Snapshot(_backend, 1));

        restored.SetCurrentKey(1);
        restored.ProcessingTimeMs = 109;
        Assert.Equal(1, value.Value);
        Assert.Equal([2], list);
        restored.ProcessingTimeMs = 110;
        Assert.False(value.TryGet(out _));
        Assert.Empty(list);
    }

    [Fact]
    public void Cleans_up_in_the_background_what_nobody_reads()
    {
        var config = StateTtlConfig.Of(TimeSpan.FromMilliseconds(10));
        var value = _backend.GetState(new ValueStateDescriptor<long>("v") { TimeToLive = config });
        var map = _backend.GetMapState(new MapStateDescriptor<string, long>("m") { TimeToLive = config });
        for (long key = 0; key < 100; key++)
        {
            _backend.SetCurrentKey(key);
            value.Update(key);
            map.Put("x", key);
        }

        _backend.ProcessingTimeMs = 1000;
        for (var i = 0; i < 100; i++)
        {
            _backend.SetCurrentKey(1000);
            value.TryGet(out _);
            map.TryGet("x", out _);
        }

        _backend.EndBatch();
        Assert.Equal(0, _backend.KeyCount);
    }

    private static StateTtlConfig OnWrite => StateTtlConfig.Of(TimeSpan.FromMilliseconds(10)) with { CleanupInBackground = false };

    private static StateTtlConfig OnRead => OnWrite with { Update = UpdateType.OnReadAndWrite };

    private static StateTtlConfig Returning => OnWrite with { Visibility = StateVisibility.ReturnExpiredIfNotCleanedUp };

    private IValueState<long> Value(StateTtlConfig ttl) => _backend.GetState(new ValueStateDescriptor<long>("v") { TimeToLive = ttl });

    private IListState<long> List(StateTtlConfig ttl) => _backend.GetListState(new ListStateDescriptor<long>("l") { TimeToLive = ttl });

    private IMapState<string, long> Map(StateTtlConfig ttl) =>
        _backend.GetMapState(new MapStateDescriptor<string, long>("m") { TimeToLive = ttl });

    private void At(long timeMs, Action act)
    {
        _backend.ProcessingTimeMs = timeMs;
        _backend.SetCurrentKey(1);
        act();
        _backend.EndBatch();
    }

    private sealed class Joining : IAggregateFunction<long, string, string>
    {
        public string CreateAccumulator() => "";

        public string Add(long value, string accumulator) => accumulator + value;

        public string GetResult(string accumulator) => accumulator;

        public string Merge(string left, string right) => left + right;
    }
}
