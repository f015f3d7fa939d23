namespace Akka.Flink.Runtime.Tests.Jobs;

using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;
using Akka.Flink.State;

/// <summary>State of functions that belongs to no key, through checkpoints of a real job, at another parallelism.</summary>
[Trait("rule", "K8")]
public sealed class OperatorStateJobTests : IDisposable
{
    private const int Count = 3_000;
    private const int Rules = 5;

    private static readonly MapStateDescriptor<int, int> RulesOf = new("rules");
    private static readonly JobId Job = new("states-1");

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"akka-flink-states-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    public async Task A_job_goes_on_with_lists_union_lists_and_broadcast_state_at_another_parallelism(int before, int after)
    {
        var sink = new CollectSink<Seen>();
        await using (var process = RuntimeProcess.In(_directory))
        {
            var client = await process.Runtime.SubmitAsync(
                new JobSubmission(Job, Graph(new Gate(Count / 2), sink, before), TestJobs.Settings));
            var log = new JobLog(client);
            await log.Until<CheckpointDone>(done => sink.Values.Count > 100 && done.Checkpoint.Number > 1);

            client.Stop();
            Assert.Equal(JobStatus.Suspended, (await client.Completion.WaitAsync(RuntimeProcess.Patience)).Status);
        }

        var first = sink.Values.Count;
        await using (var process = RuntimeProcess.In(_directory))
        {
            var gate = new Gate();
            gate.Open();
            var client = await process.Runtime.SubmitAsync(new JobSubmission(Job, Graph(gate, sink, after), TestJobs.Settings));

            var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);
            Assert.True(outcome.Status == JobStatus.Finished, $"{outcome.Failure}");
        }

        var later = sink.Values.Skip(first).ToList();
        Assert.Equal(Count, sink.Values.Count);
        Assert.Equal(Enumerable.Range(0, Count).Select(n => (long)n), sink.Values.Select(seen => seen.Number).Order());
        Assert.All(later, seen => Assert.Equal(first, seen.CountOfAll));
        Assert.All(later, seen => Assert.Equal(Rules, seen.Rules));
        Assert.Equal(first, later.GroupBy(seen => seen.Subtask).Sum(group => group.First().CountOfOwn));
        Assert.Equal(after, later.Select(seen => seen.Subtask).Distinct().Count());
    }

    [Fact]
    public async Task What_does_not_fit_into_a_message_fails_its_checkpoint_at_once_and_its_restore_and_names_the_operator()
    {
        var sink = new CollectSink<Seen>();
        await using (var small = RuntimeProcess.In(_directory, maxStateBytes: 500))
        {
            var client = await small.Runtime.SubmitAsync(
                new JobSubmission(Job, Graph(new Gate(Count / 2), sink, 2), TestJobs.Settings));
            var failed = await new JobLog(client).Until<CheckpointFailed>(_ => true);
            Assert.Contains("Operator 'counting' has ", failed.Reason);
            Assert.Contains("bytes of operator state to restore in each subtask, and 500 fit", failed.Reason);
            client.Cancel();
            await client.Completion.WaitAsync(RuntimeProcess.Patience);
        }

        var other = new JobId("states-2");
        await using (var large = RuntimeProcess.In(_directory))
        {
            var client = await large.Runtime.SubmitAsync(new JobSubmission(other, Graph(new Gate(Count / 2), sink, 2), TestJobs.Settings));
            await new JobLog(client).Until<CheckpointDone>(done => done.StateBytes >= 0 && sink.Values.Count > 1_000);
            client.Stop();
            Assert.Equal(JobStatus.Suspended, (await client.Completion.WaitAsync(RuntimeProcess.Patience)).Status);
        }

        await using var tooSmall = RuntimeProcess.In(_directory, maxStateBytes: 500);
        var restored = await tooSmall.Runtime.SubmitAsync(new JobSubmission(other, Graph(new Gate(), sink, 2), TestJobs.Settings));
        var attempt = await new JobLog(restored).Until<AttemptFailed>(_ => true);
        Assert.Contains("Operator 'counting' has ", attempt.Failure.Message);
    }

    private static JobGraph Graph(Gate gate, CollectSink<Seen> sink, int parallelism)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.SetParallelism(parallelism);
        var numbers = environment.FromSource(
            new GeneratorSource<long>(Count, (first, most, batch) =>
            {
                gate.Wait(first);
                batch.Add(first);
            }), WatermarkStrategy.NoWatermarks<long>(), "numbers").SetParallelism(1).Uid("numbers");
        var rules = environment.FromElements(1, 2, 3, 4, 5).Uid("rules");
        numbers.Rebalance().Connect(rules.Broadcast(RulesOf)).Process(new Counting()).Uid("counting")
            .SinkTo(sink).SetParallelism(1).Uid("sink");
        return environment.CreateJobGraph("states");
    }

    private sealed record Seen(long Number, int Subtask, long CountOfOwn, long CountOfAll, int Rules);

    // Counts its records, one element of the list for each.
    private sealed class Counting : BroadcastProcessFunction<long, int, Seen>, ICheckpointedFunction
    {
        private List<long> _own = null!;
        private long _restoredOfOwn;
        private long _restoredOfAll;
        private long _all;
        private IListState<long> _list = null!;
        private IListState<long> _union = null!;

        public override void ProcessElement(long value, ReadOnlyContext context, ICollector<Seen> output)
        {
            _own.Add(value);
            output.Collect(new Seen(
                value, RuntimeContext.SubtaskIndex, _restoredOfOwn, _restoredOfAll, context.GetBroadcastState(RulesOf).Count));
        }

        public override void ProcessBroadcastElement(int value, Context context, ICollector<Seen> output) =>
            context.GetBroadcastState(RulesOf).Put(value, value);

        public void InitializeState(IFunctionInitializationContext context)
        {
            _list = context.OperatorStateStore.GetListState(new ListStateDescriptor<long>("own"));
            _union = context.OperatorStateStore.GetUnionListState(new ListStateDescriptor<long>("counts"));
            _own = [];
            _restoredOfOwn = _list.Count();
            _restoredOfAll = _union.Sum();
            _all = 0;
        }

        public void SnapshotState(IFunctionSnapshotContext context)
        {
            _list.AddAll(_own);
            _all += _own.Count;
            _own.Clear();
            _union.Update([_all]);
        }
    }
}
