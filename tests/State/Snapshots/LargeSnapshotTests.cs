namespace Akka.Flink.State.Tests.Snapshots;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Tables;
using Akka.Flink.State.Tests.Keyed;

/// <summary>Tables that grow, split and shrink while a snapshot of them is written.</summary>
public class LargeSnapshotTests
{
    private const int Keys = 30_000;

    private readonly Random _random = new(11);

    [Fact]
    public void Values_are_as_they_were_when_the_snapshot_began()
    {
        var backend = Backends.New();
        var state = backend.GetState(new ValueStateDescriptor<long>("v"));
        var model = new Dictionary<long, long>();
        Change(Keys, key => Set(key, key));

        var written = Written(backend, () => Change(500, key =>
        {
            if (_random.Next(3) == 0)
                Remove(key);
            else
                Set(key, -key);
        }), () => new Dictionary<long, long>(model));

        var restored = Backends.New();
        var again = restored.GetState(new ValueStateDescriptor<long>("v"));
        Backends.Restore(restored, written.Chunks);
        Assert.Equal(written.Expected.Count, restored.KeyCount);
        foreach (var (key, value) in written.Expected)
        {
            restored.SetCurrentKey(key);
            Assert.Equal(value, again.Value);
        }

        void Set(long key, long value)
        {
            backend.SetCurrentKey(key);
            state.Update(model[key] = value);
        }

        void Remove(long key)
        {
            backend.SetCurrentKey(key);
            state.Clear();
            model.Remove(key);
        }
    }

    [Fact]
    public void Windows_are_as_they_were_when_the_snapshot_began()
    {
        var backend = Backends.New();
        var windows = backend.GetWindows<long>("w");
        var model = new Dictionary<(long, long), long>();
        Change(Keys, Add);

        var written = Written(backend, () => Change(700, Add), () => new Dictionary<(long, long), long>(model));

        var restored = Backends.New();
        Backends.Restore(restored, written.Chunks);
        Assert.Equal(written.Expected.OrderBy(pair => pair.Key), Read(restored.GetWindows<long>("w")).OrderBy(pair => pair.Key));

        void Add(long key)
        {
            var start = key % 3;
            windows.GetOrOpen(start).GetOrAdd(key, default(LongCodec).Hash(key), out _)++;
            model[(start, key)] = model.GetValueOrDefault((start, key)) + 1;
        }
    }

    [Fact]
    public void Timers_are_as_they_were_when_the_snapshot_began()
    {
        var backend = Backends.New();
        var timers = backend.GetTimers("t");
        var model = new HashSet<(long Key, long At)>();
        Change(Keys, Register);

        var written = Written(backend, () => Change(500, key =>
        {
            Register(key);
            Delete(key + 1);
            if (timers.TryPop(long.MaxValue, out var at, out var slot))
                Assert.True(model.Remove((backend.KeyAt(slot), at)));
        }), () => new HashSet<(long, long)>(model));

        var restored = Backends.New();
        Backends.Restore(restored, written.Chunks);
        var again = restored.GetTimers("t");
        Assert.Equal(written.Expected.Count, again.Count);
        foreach (var (key, at) in written.Expected)
            Assert.True(again.Contains(restored.Resolve(key), at));

        void Register(long key) => Assert.Equal(model.Add((key, At(key))), timers.Register(backend.Resolve(key), At(key)));

        void Delete(long key) => Assert.Equal(model.Remove((key, At(key))), timers.Delete(backend.Resolve(key), At(key)));

        static long At(long key) => key % 2 == 0 ? key % 5 : 1000 + key;   // dense buckets, and single timers
    }

    private static (List<ReadOnlyMemory<byte>> Chunks, T Expected) Written<T>(KeyedStateBackend backend, Action change, Func<T> expected)
    {
        var chunks = Backends.Snapshot(backend, 1);
        for (var i = 0; i < 5; i++)
            change();
        backend.EndBatch();
        var changes = new ChunkList();
        var model = expected();
        backend.BeginSnapshot(2, false, changes);
        do
        {
            change();
            backend.EndBatch();
        }
        while (!backend.WriteSlice(3000));

        return ([.. chunks, .. changes.Chunks], model);
    }

    private static Dictionary<(long, long), long> Read(WindowTable<long, LongCodec, long> windows)
    {
        var found = new Dictionary<(long, long), long>();
        for (var i = 0; i < windows.OpenCount; i++)
        {
            var cursor = default(WindowCursor);
            while (true)
            {
                ref var entry = ref windows[i].Next(ref cursor);
                if (Unsafe.IsNullRef(ref entry))
                    break;

                found.Add((windows[i].StartMs, entry.Key), entry.Accumulator);
            }
        }

        return found;
    }

    private void Change(int count, Action<long> change)
    {
        for (var i = 0; i < count; i++)
            change(_random.Next(Keys * 2));
    }
}
