namespace Akka.Flink.State.Tests.Snapshots;

using System.Buffers;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Tests.Keyed;

/// <summary>What a snapshot hands over is little more than the serialized entries that it must hold: keys and values.</summary>
public class SnapshotSizeTests
{
    private const int Keys = 100_000;
    private const int Changed = 7_000;
    private const double Most = 1.3;

    private static readonly string[] Names = [.. Enumerable.Range(0, Keys).Select(key => $"customer {key}")];

    private readonly KeyedStateBackend<long, LongCodec> _backend = Backends.New();

    [Fact]
    public void Of_values_of_eight_bytes()
    {
        var state = _backend.GetState(new ValueStateDescriptor<long>("v"));
        AssertSmall(16, (key, round) => state.Update(key + round));
    }

    [Fact]
    public void Of_texts()
    {
        var state = _backend.GetState(new ValueStateDescriptor<string>("v"));
        AssertSmall(8 + SizeOf(Names[Keys / 2]), (key, round) => state.Update(Names[(key + round) % Keys]));
    }

    [Fact]
    public void Of_entries_of_a_map()
    {
        var state = _backend.GetMapState(new MapStateDescriptor<long, long>("m"));
        AssertSmall(24, (key, round) => state.Put(key % 3, key + round));
    }

    // New large arrays would cost the records between two slices milliseconds.
    [Fact]
    public void Allocates_no_memory_for_chunks()
    {
        var state = _backend.GetState(new ValueStateDescriptor<long>("v"));
        for (var key = 0; key < Keys; key++)
        {
            _backend.SetCurrentKey(key);
            state.Update(key);
        }

        var (number, counter) = (0, new ByteCounter());
        var allocated = Allocations.LeastOf(() =>
        {
            _backend.BeginSnapshot(++number, true, counter);
            while (!_backend.WriteSlice(64 << 10))
            {
            }
        });

        Assert.InRange(counter.Bytes / number, Keys * 8L, long.MaxValue);
        Assert.InRange(allocated, 0, 4096);
    }

    private static int SizeOf<T>(T value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        TypeSerializers.For<T>().Write(bytes, value);
        return bytes.WrittenCount;
    }

    private void AssertSmall(int entryBytes, Action<int, int> change)
    {
        for (var key = 0; key < Keys; key++)
            Change(key, 0);
        var whole = Backends.Snapshot(_backend, 1).Sum(chunk => chunk.Length);

        var stride = Keys / Changed;
        for (var round = 1; round <= 2; round++)   // what changes twice is written once
        {
            for (var i = 0; i < Changed; i++)
                Change(i * stride, round);
        }

        var delta = Backends.Snapshot(_backend, 2).Sum(chunk => chunk.Length);
        Assert.InRange((double)whole / Keys / entryBytes, 0.5, Most);
        Assert.InRange((double)delta / Changed / entryBytes, 0.5, Most);

        void Change(int key, int round)
        {
            _backend.SetCurrentKey(key);
            change(key, round);
        }
    }

    private sealed class ByteCounter : IChunkWriter
    {
        public long Bytes { get; private set; }

        public void Write(ReadOnlySpan<byte> chunk) => Bytes += chunk.Length;
    }
}
