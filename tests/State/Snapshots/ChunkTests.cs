namespace Akka.Flink.State.Tests.Snapshots;

using Akka.Flink.State.Tests.Keyed;

public class ChunkTests
{
    [Fact]
    public void Writes_the_bytes_that_it_always_wrote() =>
        Assert.Equal(Golden.Version1, Convert.ToHexStringLower(Golden.Write().Span));

    [Fact]
    public void Reads_what_the_first_version_wrote()
    {
        var backend = Backends.New();

        Backends.Restore(backend, [Convert.FromHexString(Golden.Version1)]);

        Golden.Check(backend);
    }

    [Fact]
    public void Closes_chunks_at_their_size_and_reads_them_all()
    {
        var backend = Backends.New();
        var state = backend.GetState(new ValueStateDescriptor<long>("v"));
        for (long key = 0; key < 100_000; key++)
        {
            backend.SetCurrentKey(key);
            state.Update(-key);
        }

        var chunks = Backends.Snapshot(backend, 1);
        var restored = Backends.New();
        Backends.Restore(restored, chunks);

        Assert.Equal(8, chunks.Count);
        Assert.All(chunks.SkipLast(1), chunk => Assert.InRange(chunk.Length, 248 * 1024, (248 * 1024) + 100));
        Assert.Equal(0, restored.KeyCount);   // nothing is declared yet
        var again = restored.GetState(new ValueStateDescriptor<long>("v"));
        Assert.Equal(100_000, restored.KeyCount);
        restored.SetCurrentKey(99_999);
        Assert.Equal(-99_999, again.Value);
    }

    [Fact]
    public void Takes_values_larger_than_a_chunk()
    {
        var backend = Backends.New();
        var map = backend.GetMapState(new MapStateDescriptor<long, string>("m"));
        backend.SetCurrentKey(1);
        map.Put(1, new string('x', 255));
        map.Put(2, "short");

        var list = backend.GetListState(new ListStateDescriptor<Bulk>("l"));
        list.Add(new Bulk(new byte[1_000_000]));
        var restored = Backends.New();
        Backends.Restore(restored, Backends.Snapshot(backend, 1));

        restored.SetCurrentKey(1);
        Assert.Equal(255, restored.GetMapState(new MapStateDescriptor<long, string>("m")).Get(1)!.Length);
        Assert.Equal(1_000_000, restored.GetListState(new ListStateDescriptor<Bulk>("l")).Single().Bytes.Length);
    }

    [Fact]
    public void Keeps_slices_within_their_budget()
    {
        var backend = Backends.New();
        var state = backend.GetState(new ValueStateDescriptor<long>("v"));
        var timers = backend.GetTimers("t");
        var windows = backend.GetWindows<long>("w");
        for (long key = 0; key < 10_000; key++)
        {
            backend.SetCurrentKey(key);
            state.Update(key);
            timers.Register(backend.CurrentSlot, key % 2);
            windows.GetOrOpen(0).GetOrAdd(key, default(LongCodec).Hash(key), out _) = key;
        }

        var slices = 1;
        backend.BeginSnapshot(1, true, new ChunkList());
        while (!backend.WriteSlice(10_000))
            slices++;

        Assert.InRange(slices, 40, 75);   // about 600 KB; the timers of a segment of slots are written together
    }

    [Fact]
    public void A_snapshot_of_nothing_has_one_chunk() => Assert.Single(Backends.Snapshot(Backends.New(), 1));

    [Fact]
    public void Changes_only_are_small()
    {
        var backend = Backends.New();
        var list = backend.GetListState(new ListStateDescriptor<long>("l"));
        var map = backend.GetMapState(new MapStateDescriptor<string, long>("m"));
        backend.SetCurrentKey(1);
        list.AddAll(Enumerable.Range(0, 10_000).Select(i => (long)i));
        for (var i = 0; i < 10_000; i++)
            map.Put($"{i}", i);
        var before = Backends.Snapshot(backend, 1).Sum(chunk => chunk.Length);

        list.Add(10_000);
        map.Put("5", 55);
        var after = Backends.Snapshot(backend, 2);

        Assert.True(before > 300_000);
        Assert.InRange(after.Sum(chunk => chunk.Length), 1, 250);
    }

    [Fact]
    public void Keeps_what_no_function_declares_through_bases_and_changes_of_parallelism()
    {
        var first = Backends.New();
        var value = first.GetState(new ValueStateDescriptor<long>("v"));
        var windows = first.GetWindows<long>("w");
        for (long key = 0; key < 50; key++)
        {
            first.SetCurrentKey(key);
            value.Update(key);
            windows.GetOrOpen(10).GetOrAdd(key, default(LongCodec).Hash(key), out _) = key;
            windows.GetOrOpen(20).GetOrAdd(key, default(LongCodec).Hash(key), out _) = key;
        }

        var chunks = Backends.Snapshot(first, 1);
        windows.Drop(windows.Find(10)!);
        chunks.AddRange(Backends.Snapshot(first, 2));

        var between = new List<ReadOnlyMemory<byte>>();
        for (var subtask = 0; subtask < 2; subtask++)
        {
            var backend = Backends.New(subtask, 2);
            Backends.Restore(backend, chunks);
            between.AddRange(Backends.Snapshot(backend, 3));
        }

        var last = Backends.New();
        Backends.Restore(last, between);
        var lastValue = last.GetState(new ValueStateDescriptor<long>("v"));
        var lastWindows = last.GetWindows<long>("w");
        for (long key = 0; key < 50; key++)
        {
            last.SetCurrentKey(key);
            Assert.Equal(key, lastValue.Value);
        }

        Assert.Equal(1, lastWindows.OpenCount);
        Assert.Equal(50, lastWindows.Find(20)!.Count);
    }

    [Fact]
    public void A_state_that_is_declared_while_a_base_is_written_is_in_it_as_it_was()
    {
        var first = Backends.New();
        first.SetCurrentKey(1);
        first.GetState(new ValueStateDescriptor<long>("v")).Update(7);
        var second = Backends.New();
        Backends.Restore(second, Backends.Snapshot(first, 1));
        var chunks = new ChunkList();

        second.BeginSnapshot(2, true, chunks);
        second.SetCurrentKey(1);
        second.GetState(new ValueStateDescriptor<long>("v")).Update(8);
        second.WriteSlice(int.MaxValue);

        var third = Backends.New();
        Backends.Restore(third, chunks.Chunks);
        third.SetCurrentKey(1);
        Assert.Equal(7, third.GetState(new ValueStateDescriptor<long>("v")).Value);
    }

    [Fact]
    [Trait("rule", "K5")]
    public void After_a_restore_with_other_key_groups_the_next_snapshot_is_a_base()
    {
        var chunks = Backends.Snapshot(Backends.New(), 1);
        var same = Backends.New();
        var half = Backends.New(0, 2);
        Assert.True(same.NextIsBase);

        Backends.Restore(same, chunks);
        Backends.Restore(half, chunks);

        Assert.False(same.NextIsBase);
        Assert.True(half.NextIsBase);
        Assert.True(half.BeginSnapshot(2, false, new ChunkList()));
    }
}
