namespace Akka.Flink.Operators.Tests.Functions;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.Testing;

public class OperatorStateTests
{
    [Fact]
    [Trait("rule", "K8")]
    public void A_function_keeps_what_it_has_buffered_over_a_restore()
    {
        using var harness = new OneInputHarness<int, string>(input => input.FlatMap(new Buffering(3)));
        harness.Process(1);
        harness.Process(2);

        harness.Restore(harness.Snapshot());
        harness.Process(3);

        Assert.Equal(["1+2+3"], harness.Output.Select(element => element.Value!));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [Trait("rule", "K8")]
    public void A_list_is_dealt_out_evenly_when_the_parallelism_changes(int parallelism)
    {
        using var harness = new OneInputHarness<int, string>(
            input => input.Rebalance().FlatMap(new Buffering(100)), new HarnessOptions { Parallelism = 2 });
        for (var i = 1; i <= 7; i++)
            harness.Process(i);

        harness.Restore(harness.Snapshot(), parallelism);
        for (var i = 0; i < parallelism; i++)
            harness.Process(-1);   // shows what each subtask has

        var shares = harness.Output.Select(element => element.Value!.Split('+')).ToList();
        Assert.Equal(parallelism, shares.Count);
        Assert.Equal(Enumerable.Range(1, 7), shares.SelectMany(share => share).Select(int.Parse).Order());
        Assert.All(shares, share => Assert.InRange(share.Length, 7 / parallelism, (7 + parallelism - 1) / parallelism));
    }

    [Fact]
    [Trait("rule", "K8")]
    public void Every_subtask_gets_all_of_a_union_list()
    {
        using var harness = new OneInputHarness<int, string>(
            input => input.Rebalance().Map(new Counting()), new HarnessOptions { Parallelism = 2 });
        for (var i = 0; i < 5; i++)
            harness.Process(i);
        var snapshot = harness.Snapshot();
        _ = harness.Job.TakeOutput();

        harness.Restore(snapshot, 3);
        for (var i = 0; i < 3; i++)
            harness.Process(i);

        Assert.Equal(["0:5", "1:5", "2:5"], harness.Output.Select(element => element.Value!).Order());
    }

    [Fact]
    public void A_function_is_told_whether_it_was_restored()
    {
        using var harness = new OneInputHarness<int, string>(input => input.Map(new Telling()));
        harness.Process(0);
        var snapshot = harness.Snapshot();

        harness.Restore(snapshot);
        harness.Process(0);

        Assert.Equal(["fresh", $"from {snapshot.CheckpointId}"], harness.Output.Select(element => element.Value!));
    }

    [Fact]
    public void A_function_of_a_keyed_stream_may_have_both_kinds_of_state()
    {
        using var harness = new OneInputHarness<int, string>(input => input.KeyBy(n => n % 2).Map(new CountingBoth()));
        harness.Process(1);
        harness.Process(2);

        harness.Restore(harness.Snapshot());
        harness.Process(3);

        Assert.Equal(["1 of 1", "1 of 2", "2 of 3"], harness.Output.Select(element => element.Value!));
    }

    [Fact]
    public void State_by_key_is_refused_where_there_are_no_keys()
    {
        using var harness = new OneInputHarness<int, string>(input => input.Map(new CountingBoth()));

        var error = Assert.Throws<JobException>(() => harness.Process(1));

        Assert.Contains("whose stream is not keyed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_fails_at_a_snapshot_is_named()
    {
        using var harness = new OneInputHarness<int, string>(input => input.Map(new Telling { Fails = true }).Uid("telling"));
        harness.Process(1);

        var error = Assert.Throws<JobException>(() => harness.Snapshot());

        Assert.Contains("(telling), subtask 0 of 1, failed for checkpoint 1: InvalidOperationException: Not now.", error.Message,
            StringComparison.Ordinal);
        Assert.Equal(ErrorDomain.Function, error.Domain);
    }

    private sealed class Buffering(int size) : IFlatMapFunction<int, string>, ICheckpointedFunction
    {
        private List<int> _buffer = [];
        private IListState<int> _state = null!;

        public void FlatMap(int value, ICollector<string> output)
        {
            if (value >= 0)
                _buffer.Add(value);
            if (value >= 0 && _buffer.Count < size)
                return;

            output.Collect(string.Join('+', _buffer));
            _buffer.Clear();
        }

        public void InitializeState(IFunctionInitializationContext context)
        {
            _state = context.OperatorStateStore.GetListState(new ListStateDescriptor<int>("buffer"));
            _buffer = [.. _state];
        }

        public void SnapshotState(IFunctionSnapshotContext context) => _state.Update(_buffer);
    }

    private sealed class Counting : RichFunction, IMapFunction<int, string>, ICheckpointedFunction
    {
        private long _restored;
        private long _own;
        private IListState<long> _counts = null!;

        public string Map(int value)
        {
            _own++;
            return $"{RuntimeContext.SubtaskIndex}:{_restored}";
        }

        public void InitializeState(IFunctionInitializationContext context)
        {
            _counts = context.OperatorStateStore.GetUnionListState(new ListStateDescriptor<long>("counts"));
            _restored = _counts.Sum();
        }

        public void SnapshotState(IFunctionSnapshotContext context) => _counts.Update([_own]);
    }

    private sealed class Telling : IMapFunction<int, string>, ICheckpointedFunction
    {
        private string _text = "";

        public bool Fails { get; init; }

        public string Map(int value) => _text;

        public void InitializeState(IFunctionInitializationContext context) =>
            _text = context.IsRestored ? $"from {context.RestoredCheckpointId}" : "fresh";

        public void SnapshotState(IFunctionSnapshotContext context)
        {
            if (Fails)
                throw new InvalidOperationException("Not now.");
        }
    }

    private sealed class CountingBoth : IMapFunction<int, string>, ICheckpointedFunction
    {
        private int _all;
        private IValueState<int> _ofKey = null!;
        private IListState<int> _state = null!;

        public string Map(int value)
        {
            _ofKey.Update(_ofKey.Value + 1);
            return $"{_ofKey.Value} of {++_all}";
        }

        public void InitializeState(IFunctionInitializationContext context)
        {
            _ofKey = context.KeyedStateStore.GetState(new ValueStateDescriptor<int>("of-key"));
            _state = context.OperatorStateStore.GetListState(new ListStateDescriptor<int>("all"));
            _all = _state.Sum();
        }

        public void SnapshotState(IFunctionSnapshotContext context) => _state.Update([_all]);
    }
}
