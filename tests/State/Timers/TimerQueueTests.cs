namespace Akka.Flink.State.Tests.Timers;

using Akka.Flink.State.Tests.Keyed;
using Akka.Flink.State.Timers;
using FsCheck;
using FsCheck.Fluent;

public class TimerQueueTests
{
    [Fact]
    [Trait("rule", "T1")]
    public void Behaves_as_a_sorted_set_of_timestamp_and_slot() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(ArbMap.Default.ArbFor<(int Seed, bool IsDense)>(), input => Compare(input.Seed, input.IsDense)));

    [Fact]
    [Trait("rule", "T1")]
    public void Keeps_one_timer_for_each_slot_and_timestamp()
    {
        var (queue, slot) = NewQueue();

        Assert.True(queue.Register(slot, 5));
        Assert.False(queue.Register(slot, 5));
        Assert.True(queue.Register(slot, 6));

        Assert.Equal(2, queue.Count);
    }

    [Fact]
    [Trait("rule", "T4")]
    public void Gives_what_is_set_while_timers_are_taken_out()
    {
        var (queue, slot) = NewQueue();
        queue.Register(slot, 5);

        Assert.True(queue.TryPop(10, out var first, out _));
        queue.Register(slot, 5);
        Assert.True(queue.TryPop(10, out var second, out _));
        Assert.False(queue.TryPop(10, out _, out _));

        Assert.Equal((5, 5), (first, second));
    }

    [Fact]
    [Trait("rule", "T7")]
    public void Forgets_what_is_deleted_while_timers_are_taken_out()
    {
        var (queue, slot) = NewQueue();
        queue.Register(slot, 5);
        queue.Register(slot, 6);

        Assert.True(queue.TryPop(10, out _, out _));
        Assert.True(queue.Delete(slot, 6));
        Assert.False(queue.Delete(slot, 6));

        Assert.False(queue.TryPop(10, out _, out _));
    }

    [Fact]
    public void Leaves_nothing_behind_where_timers_are_moved_again_and_again()
    {
        var (queue, slot) = NewQueue();
        var before = GC.GetTotalMemory(true);

        for (long at = 1; at < 1_000_000; at++)
        {
            queue.Register(slot, at + 1_000_000);
            queue.Delete(slot, at + 999_999);
        }

        Assert.Equal(1, queue.Count);
        Assert.True(GC.GetTotalMemory(true) - before < 100_000);
        GC.KeepAlive(queue);
    }

    [Fact]
    public void Holds_its_slots()
    {
        var backend = Backends.New();
        var queue = backend.GetTimers("event-time");
        queue.Register(backend.Resolve(1), 10);
        backend.EndBatch();
        Assert.Equal(1, backend.KeyCount);

        Assert.True(queue.TryPop(10, out _, out var slot));
        Assert.Equal(1, backend.KeyAt(slot));
        backend.EndBatch();

        Assert.Equal(0, backend.KeyCount);
    }

    [Fact]
    [Trait("rule", "N23")]
    public void Keeps_one_timer_for_each_namespace()
    {
        var backend = Backends.New();
        var timers = backend.GetTimers("event-time", backend.GetNamespace<long>());
        var slot = backend.Resolve(1);

        Assert.True(timers.Register(slot, 100, 5));
        Assert.True(timers.Register(slot, 200, 5));
        Assert.False(timers.Register(slot, 200, 5));
        Assert.True(timers.Delete(slot, 100, 5));
        Assert.False(timers.Delete(slot, 100, 5));

        Assert.True(timers.TryPop(5, out var at, out var keySlot, out var window));
        Assert.Equal((5, slot, 200), (at, keySlot, window));
        Assert.False(timers.TryPop(5, out _, out _, out _));
    }

    private static (TimerQueue Queue, int Slot) NewQueue()
    {
        var backend = Backends.New();
        var slot = backend.Resolve(1);
        backend.Keys.Retain(slot);
        return (backend.GetTimers("event-time"), slot);
    }

    private static void Compare(int seed, bool isDense)
    {
        var random = new Random(seed);
        var backend = Backends.New();
        var slots = isDense ? 10_000 : 50;
        for (long key = 0; key < slots; key++)
            backend.Keys.Retain(backend.Resolve(key));
        var queue = backend.GetTimers("event-time");
        var model = new SortedDictionary<long, HashSet<int>>();
        for (var i = 0; i < (isDense ? 20_000 : 500); i++)
        {
            long at = random.Next(isDense ? 3 : 20);
            var slot = random.Next(slots);
            switch (random.Next(isDense ? 12 : 6))
            {
                case 0:
                    Assert.Equal(Remove(model, at, slot), queue.Delete(slot, at));
                    break;
                case 1:
                    PopSome(queue, model, at, random.Next(8));
                    break;
                default:
                    model.TryAdd(at, []);
                    Assert.Equal(model[at].Add(slot), queue.Register(slot, at));
                    break;
            }

            Assert.Equal(model.Sum(bucket => bucket.Value.Count), queue.Count);
        }

        PopSome(queue, model, long.MaxValue, int.MaxValue);
        Assert.Equal(0, queue.Count);
    }

    private static void PopSome(TimerQueue queue, SortedDictionary<long, HashSet<int>> model, long until, int count)
    {
        for (; count > 0 && queue.TryPop(until, out var at, out var slot); count--)
        {
            Assert.Equal(model.First().Key, at);
            Assert.True(Remove(model, at, slot));
        }
    }

    private static bool Remove(SortedDictionary<long, HashSet<int>> model, long at, int slot)
    {
        if (!model.TryGetValue(at, out var bucket) || !bucket.Remove(slot))
            return false;
        if (bucket.Count == 0)
            model.Remove(at);
        return true;
    }
}
