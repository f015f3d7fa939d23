namespace Akka.Flink.State.Tests.OperatorState;

using Akka.Flink.State.OperatorState;
using Akka.Flink.State.Tests.Keyed;

[Trait("rule", "K8")]
public class OperatorStateTests
{
    private static readonly ListStateDescriptor<long> Splits = new("splits");
    private static readonly ListStateDescriptor<long> Offsets = new("offsets");
    private static readonly MapStateDescriptor<string, long> Rules = new("rules");

    [Fact]
    public void A_subtask_gets_its_own_list_back_while_the_parallelism_is_the_same()
    {
        var chunks = Written([[1, 2, 3], [], [4]]);

        Assert.Equal([[1, 2, 3], [], [4]], Restored(chunks, 3, backend => backend.GetListState(Splits)));
    }

    [Fact]
    public void Lists_are_split_evenly_and_in_order_when_it_changes()
    {
        var chunks = Written([[1, 2, 3, 4, 5], [], [6, 7]]);

        Assert.Equal([[1, 2, 3, 4], [5, 6, 7]], Restored(chunks, 2, backend => backend.GetListState(Splits)));
        Assert.Equal([[1, 2], [3, 4], [5, 6], [7]], Restored(chunks, 4, backend => backend.GetListState(Splits)));
        Assert.Equal([[1], [2], [3], [4], [5], [6], [7], [], []], Restored(chunks, 9, backend => backend.GetListState(Splits)));
    }

    [Fact]
    public void Everyone_gets_all_of_a_union_list()
    {
        var chunks = Written([[1], [2]]);

        Assert.Equal([[-1, -2], [-1, -2], [-1, -2]], Restored(chunks, 3, backend => backend.GetUnionListState(Offsets)));
    }

    [Fact]
    public void Everyone_has_a_copy_of_a_broadcast_map()
    {
        var chunks = new ChunkList();
        for (var subtask = 0; subtask < 2; subtask++)
        {
            var backend = New(subtask, 2);
            backend.GetBroadcastState(Rules).PutAll([new("a", 1), new("b", 2), new("c", 3)]);
            backend.GetBroadcastState(Rules).Remove("b");
            backend.GetBroadcastState(Rules).Put("only of", subtask);
            backend.Snapshot(1, chunks);
        }

        foreach (var parallelism in new[] { 1, 2, 3, 5 })
        {
            for (var subtask = 0; subtask < parallelism; subtask++)
            {
                var rules = Restore(New(subtask, parallelism), chunks.Chunks).GetBroadcastState(Rules);
                Assert.Equal([("a", 1), ("c", 3), ("only of", subtask % 2)], rules.Select(rule => (rule.Key, rule.Value)).Order());
                Assert.Equal(3, rules.Count);
                Assert.False(rules.TryGet("b", out _));
                Assert.True(rules.Contains("a"));
            }
        }
    }

    [Fact]
    public void Copies_of_a_broadcast_map_that_nothing_declares_are_kept()
    {
        var chunks = new ChunkList();
        var backend = New(0, 1);
        backend.GetBroadcastState(Rules).Put("a", 1);
        backend.Snapshot(1, chunks);
        var between = new ChunkList();
        for (var subtask = 0; subtask < 3; subtask++)
            Restore(New(subtask, 3), chunks.Chunks).Snapshot(2, between);

        Assert.All(
            Enumerable.Range(0, 3).Select(subtask => Restore(New(subtask, 3), between.Chunks).GetBroadcastState(Rules)),
            rules => Assert.Equal(1, rules.Get("a")));
    }

    [Fact]
    public void A_broadcast_map_of_other_types_is_refused()
    {
        var chunks = new ChunkList();
        var backend = New(0, 1);
        backend.GetBroadcastState(Rules).Put("a", 1);
        backend.Snapshot(1, chunks);

        Assert.Contains(
            "was written as Broadcast of string to int64; Broadcast of int64 to int64 cannot read it",
            Assert.Throws<StateException>(
                () => Restore(New(0, 1), chunks.Chunks).GetBroadcastState(new MapStateDescriptor<long, long>("rules"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_snapshot_of_each_subtask_counts()
    {
        var backend = New(0, 1);
        backend.GetListState(Splits).Add(1);
        var chunks = new ChunkList();
        backend.Snapshot(1, chunks);
        backend.GetListState(Splits).Update([2, 3]);
        backend.Snapshot(2, chunks);

        Assert.Equal([[2, 3]], Restored(chunks.Chunks, 1, restored => restored.GetListState(Splits)));
    }

    [Fact]
    public void What_nothing_declares_is_kept_once()
    {
        var chunks = Written([[1, 2], [3]]);
        var between = new ChunkList();
        for (var subtask = 0; subtask < 3; subtask++)
            Restore(New(subtask, 3), chunks).Snapshot(2, between);

        Assert.Equal([[1, 2, 3]], Restored(between.Chunks, 1, backend => backend.GetListState(Splits)));
        Assert.Equal([[-1, -2, -3]], Restored(between.Chunks, 1, backend => backend.GetUnionListState(Offsets)));
    }

    [Fact]
    public void Wrong_declarations_are_refused()
    {
        var chunks = Written([[1]]);

        Assert.Contains(
            "was written as OperatorList of int64; OperatorList of string cannot read it",
            Failure(backend => backend.GetListState(new ListStateDescriptor<string>("splits"))),
            StringComparison.Ordinal);
        Assert.Contains(
            "was written as OperatorList of int64 and is declared as OperatorUnionList of int64",
            Failure(backend => backend.GetUnionListState(Splits)),
            StringComparison.Ordinal);
        Assert.Contains(
            "which keyed state alone has",
            Failure(
                backend => backend.GetListState(
                    new ListStateDescriptor<long>("x") { TimeToLive = StateTtlConfig.Of(TimeSpan.FromSeconds(1)) })),
            StringComparison.Ordinal);
        Assert.Contains(
            "was declared as OperatorList of int64 and then as OperatorUnionList of int64",
            Failure(
                backend => backend.GetUnionListState(
                    new ListStateDescriptor<long>(backend.GetListState(new ListStateDescriptor<long>("y")) is null ? "" : "y"))),
            StringComparison.Ordinal);

        string Failure(Action<OperatorStateBackend> declare) => Assert.Throws<StateException>(
            () => declare(Restore(New(0, 1), chunks))).Message;
    }

    private static OperatorStateBackend New(int subtask, int parallelism) =>
        new(new OperatorStateSetup("op", subtask, parallelism, new TestTypes()));

    private static OperatorStateBackend Restore(OperatorStateBackend backend, IEnumerable<ReadOnlyMemory<byte>> chunks)
    {
        foreach (var chunk in chunks)
            backend.Restore(chunk);
        backend.EndRestore();
        return backend;
    }

    // Each subtask has these splits, and their negatives as offsets.
    private static List<ReadOnlyMemory<byte>> Written(long[][] splits)
    {
        var chunks = new ChunkList();
        for (var subtask = 0; subtask < splits.Length; subtask++)
        {
            var backend = New(subtask, splits.Length);
            backend.GetListState(Splits).AddAll(splits[subtask]);
            backend.GetUnionListState(Offsets).AddAll(splits[subtask].Select(split => -split));
            backend.Snapshot(1, chunks);
        }

        return chunks.Chunks;
    }

    private static List<long[]> Restored(
        List<ReadOnlyMemory<byte>> chunks, int parallelism, Func<OperatorStateBackend, IListState<long>> declare) =>
        [.. Enumerable.Range(0, parallelism).Select(subtask => declare(Restore(New(subtask, parallelism), chunks)).ToArray())];
}
