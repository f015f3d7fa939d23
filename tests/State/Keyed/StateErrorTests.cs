namespace Akka.Flink.State.Tests.Keyed;

using System.Buffers.Binary;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Snapshots;

public class StateErrorTests
{
    [Fact]
    public void State_without_a_current_key_says_where_and_what_to_do()
    {
        var backend = Backends.New();
        var state = backend.GetState(new ValueStateDescriptor<long>("count"));

        var error = Assert.Throws<StateException>(() => state.Value);

        Assert.Equal(ErrorDomain.Function, error.Domain);
        Assert.Equal(
            "State 'count' was used without a current key. Keyed state exists only while an element or a timer of a keyed stream "
            + "is processed: "
            + "call KeyBy before Process, and leave the state alone in Open.",
            error.Message);
        Assert.Throws<StateException>(() => state.Update(1));
        Assert.Throws<StateException>(state.Clear);
        Assert.Throws<StateException>(() => state.GetOrAddRef());
        Assert.Throws<StateException>(() => backend.GetListState(new ListStateDescriptor<long>("l")).Add(1));
        Assert.Throws<StateException>(() => backend.GetMapState(new MapStateDescriptor<string, long>("m") { TimeToLive = Ttl }).IsEmpty);
    }

    [Fact]
    public void State_by_namespace_is_left_when_the_key_changes()
    {
        var backend = Backends.New();
        var windows = backend.GetNamespace<long>();
        var state = backend.GetState(new ValueStateDescriptor<long>("count"), windows);
        backend.SetCurrentKey(1);
        windows.SetCurrent(5);
        state.Update(1);

        backend.SetCurrentKey(2);

        Assert.Contains("'count' belongs to a window", Assert.Throws<StateException>(() => state.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_taken_shows_both_declarations()
    {
        var backend = Backends.New();
        backend.GetState(new ValueStateDescriptor<long>("x"));

        Assert.Equal(
            "State 'x' of operator 'op' was declared as Value of int64 and then as Value of string. Give each state of an "
            + "operator a name of its own.",
            Assert.Throws<StateException>(() => backend.GetState(new ValueStateDescriptor<string>("x"))).Message);
        Assert.Contains(
            "and then as Map of string to int64",
            Assert.Throws<StateException>(() => backend.GetMapState(new MapStateDescriptor<string, long>("x"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "with time-to-live",
            Assert.Throws<StateException>(() => backend.GetState(new ValueStateDescriptor<long>("x") { TimeToLive = Ttl })).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_restored_must_be_declared_as_it_was(bool declaresFirst)
    {
        var chunks = Written();

        Assert.Equal(
            "State 'value' of operator 'op' was written as Value of int64; Value of string cannot read it. "
            + "Restore with the old type and convert, or give the state a new name to start empty.",
            Failure(chunks, declaresFirst, backend => backend.GetState(new ValueStateDescriptor<string>("value"))).Message);
        Assert.Contains(
            "was written as Value of int64 and is declared as List of int64",
            Failure(chunks, declaresFirst, backend => backend.GetListState(new ListStateDescriptor<long>("value"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "was written without time-to-live and is declared with",
            Failure(
                chunks, declaresFirst, backend => backend.GetState(new ValueStateDescriptor<long>("value") { TimeToLive = Ttl })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "was written as Map of string to int64",
            Failure(chunks, declaresFirst, backend => backend.GetMapState(new MapStateDescriptor<long, long>("map"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Another_type_of_key_is_refused()
    {
        var setup = new KeyedStateSetup(
            "op", 0, new KeyGroupRange(0, Backends.MaxParallelism - 1), Backends.MaxParallelism, new TestTypes());
        var backend = new KeyedStateBackend<string, StringCodec>(setup, default);

        var error = Assert.Throws<StateException>(() => backend.Restore(Written()[0]));

        Assert.Equal(
            "The keys of operator 'op' were written as int64; now they are string. Key by the old type, or give the operator a "
            + "new Uid to start empty.",
            error.Message);
        Assert.Equal(ErrorDomain.Definition, error.Domain);
    }

    [Fact]
    public void Another_maximum_parallelism_is_refused()
    {
        var backend = new KeyedStateBackend<long, LongCodec>(
            new KeyedStateSetup("op", 0, new KeyGroupRange(0, 31), 32, new TestTypes()), default);

        var error = Assert.Throws<StateException>(() => backend.Restore(Written()[0]));

        Assert.Contains("with a maximum parallelism of 16; now it is 32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chunk_of_another_operator_is_refused() =>
        Assert.Contains(
            "A chunk of operator 'op' was given to operator 'other'",
            Assert.Throws<StateException>(() => Backends.New(uid: "other").Restore(Written()[0])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Every_damaged_byte_is_noticed()
    {
        var whole = Written()[0].ToArray();
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0x10;

            Assert.Throws<StateException>(() => Backends.New().Restore(damaged));
        }
    }

    [Fact]
    public void Every_truncation_is_noticed()
    {
        var whole = Written()[0];
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole[..length];
            Assert.Throws<StateException>(() => Backends.New().Restore(cut));
        }
    }

    [Fact]
    public void Damage_truncation_and_newer_versions_are_told_apart()
    {
        var whole = Written()[0].ToArray();

        Assert.Contains("is damaged: checksum", Broken(bytes => bytes[^10] ^= 1).Message, StringComparison.Ordinal);
        Assert.Contains(
            "has format version 2; this program reads versions up to 1", Broken(bytes => bytes[4] = 2).Message, StringComparison.Ordinal);
        Assert.Contains("do not begin as one", Broken(bytes => bytes[0] = 0).Message, StringComparison.Ordinal);
        Assert.Contains(
            $"should have {whole.Length} bytes and has {whole.Length - 1}",
            Assert.Throws<StateException>(() => Backends.New().Restore(whole.AsMemory(0, whole.Length - 1))).Message,
            StringComparison.Ordinal);

        StateException Broken(Action<byte[]> damage)
        {
            var bytes = whole.ToArray();
            damage(bytes);
            return Assert.Throws<StateException>(() => Backends.New().Restore(bytes));
        }
    }

    [Fact]
    public void Nonsense_under_a_right_checksum_is_a_state_exception_too()
    {
        var whole = Written()[0].ToArray();
        for (var i = ChunkHeader.MinBytes; i < whole.Length - sizeof(uint); i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0x7F;
            BinaryPrimitives.WriteUInt32LittleEndian(
                damaged.AsSpan(damaged.Length - sizeof(uint)), Crc32C.Of(damaged.AsSpan(0, damaged.Length - sizeof(uint))));
            try
            {
                var backend = Backends.New();
                Backends.Restore(backend, [damaged]);
                backend.GetState(new ValueStateDescriptor<long>("value"));
                backend.GetMapState(new MapStateDescriptor<string, long>("map"));
            }
            catch (StateException e)
            {
                Assert.NotEqual(ErrorDomain.Function, e.Domain);
            }
        }
    }

    [Fact]
    public void Changes_without_their_base_are_refused()
    {
        var backend = Backends.New();
        Backends.Snapshot(backend, 1);
        var changes = Backends.Snapshot(backend, 2);

        Assert.Contains(
            "begins with snapshot 2, which holds changes only",
            Assert.Throws<StateException>(() => Backends.New().Restore(changes[0])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void One_snapshot_at_a_time()
    {
        var backend = Backends.New();
        Assert.Throws<InvalidOperationException>(() => backend.WriteSlice(1));
        backend.BeginSnapshot(1, true, new ChunkList());

        Assert.Throws<InvalidOperationException>(() => backend.BeginSnapshot(2, true, new ChunkList()));
    }

    private static StateTtlConfig Ttl => StateTtlConfig.Of(TimeSpan.FromSeconds(1));

    private static List<ReadOnlyMemory<byte>> Written()
    {
        var backend = Backends.New();
        backend.SetCurrentKey(1);
        backend.GetState(new ValueStateDescriptor<long>("value")).Update(7);
        backend.GetMapState(new MapStateDescriptor<string, long>("map")).Put("a", 8);
        return Backends.Snapshot(backend, 1);
    }

    private static StateException Failure(List<ReadOnlyMemory<byte>> chunks, bool declaresFirst, Action<KeyedStateBackend> declare) =>
        Assert.Throws<StateException>(() =>
        {
            var backend = Backends.New();
            if (declaresFirst)
                declare(backend);
            Backends.Restore(backend, chunks);
            declare(backend);
        });
}
