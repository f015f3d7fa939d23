namespace Akka.Flink.Runtime.Tests.Tasks;

using Akka.Actor;
using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Sinks;

public class BarrierTests
{
    private readonly QueueSource<long> _left = new();
    private readonly QueueSource<long> _right = new();
    private readonly CollectSink<long> _sink = new();

    [Fact]
    [Trait("rule", "K1")]
    public void Exactly_once_waits_behind_a_barrier_until_all_are_there()
    {
        using var node = new TestNode();
        var run = node.Run(Job()).Start();

        TriggerLeft(run, 1);
        _left.Add(2);
        AwaitSent(node, 1);
        _right.Add(10);
        Await(10);

        Assert.DoesNotContain(2, _sink.Values);
        TriggerRight(run, 1);
        Await(2);
        run.Cancel();
    }

    [Fact]
    [Trait("rule", "K1")]
    public void At_least_once_does_not_wait()
    {
        using var node = new TestNode();
        var settings = JobSettings.Default with { Checkpoints = new CheckpointSettings { Mode = CheckpointingMode.AtLeastOnce } };
        var run = node.Run(Job(), settings).Start();

        TriggerLeft(run, 1);
        _left.Add(2);

        Await(2);
        TriggerRight(run, 1);
        run.Until(() => run.Heard.OfType<CheckpointAcknowledged>().Count() == 3);
        run.Cancel();
    }

    [Fact]
    [Trait("rule", "K2")]
    public void A_newer_barrier_ends_an_older_checkpoint()
    {
        using var node = new TestNode();
        var run = node.Run(Job()).Start();

        TriggerLeft(run, 1);
        TriggerLeft(run, 2);
        TriggerRight(run, 2);
        run.Until(() => run.Heard.OfType<CheckpointAcknowledged>().Any(each => each.Subtask.Vertex == 2));

        Assert.Equal(1, run.Heard.OfType<CheckpointDeclined>().Single().Number);
        Assert.Equal(2, run.Heard.OfType<CheckpointAcknowledged>().Single(each => each.Subtask.Vertex == 2).Number);
        run.Cancel();
    }

    [Fact]
    [Trait("rule", "K2")]
    public void An_aborted_checkpoint_holds_nobody_back()
    {
        using var node = new TestNode();
        var run = node.Run(Job()).Start();
        TriggerLeft(run, 1);
        _left.Add(2);
        AwaitSent(node, 1);

        run.Abort(1);

        Await(2);
        run.Tasks[new SubtaskId(1, 0)].Tell(run.TriggerOf(new SubtaskId(1, 0), 1));   // it is over
        _right.Add(3);
        Await(3);
        Assert.DoesNotContain(run.Heard.OfType<CheckpointAcknowledged>(), each => each.Subtask.Vertex == 2);
        run.Cancel();
    }

    [Fact]
    [Trait("rule", "K2")]
    public void An_input_that_has_ended_counts_as_aligned()
    {
        using var node = new TestNode();
        var run = node.Run(Job()).Start();
        _left.Complete();
        run.Until(() => run.Heard.OfType<TaskEnded>().Any());

        var checkpoint = run.TakeCheckpoint();

        Assert.Equal(3, checkpoint.Parts.Count);
        _right.Add(5);
        Await(5);
        _right.Complete();
        run.RunToEnd();
    }

    [Fact]
    [Trait("rule", "K1")]
    public void Records_in_front_of_a_barrier_belong_to_its_checkpoint()
    {
        using var node = new TestNode();
        var counts = new GatedSink<(long Key, long Count)>();
        counts.Open();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(_left, WatermarkStrategy.NoWatermarks<long>(), "left").Uid("left")
            .Rebalance().Filter(_ => true).Uid("filter").SetParallelism(3)
            .KeyBy(_ => 0L).Process(new RunningCount()).Uid("count").SetParallelism(2)
            .SinkTo(counts).Uid("sink").SetParallelism(1);
        var graph = environment.CreateJobGraph("order");
        var run = node.Run(graph).Start();
        for (var i = 0; i < 1_000; i++)
            _left.Add(i);

        run.Until(() => node.Services.Probes.All.Any(each => each.Sample().Operators.Any(o => o is { Uid: "left", RecordsOut: 1_000 })));
        var checkpoint = run.TakeCheckpoint();   // the source has given all of them before it
        run.Cancel();
        var resumed = node.Run(graph, restore: checkpoint).Start();
        _left.Add(0);

        Assert.True(SpinWait.SpinUntil(() => counts.Values.Contains((0, 1_001)), TimeSpan.FromSeconds(30)));
        resumed.Cancel();
    }

    private JobGraph Job()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var left = environment.FromSource(_left, WatermarkStrategy.NoWatermarks<long>(), "left").Uid("left");
        var right = environment.FromSource(_right, WatermarkStrategy.NoWatermarks<long>(), "right").Uid("right");
        left.Union(right).Map(n => n).Uid("map").SinkTo(_sink).Uid("sink");
        return environment.CreateJobGraph("barriers");
    }

    private static void TriggerLeft(JobRun run, long number) => Trigger(run, 0, number);

    private static void TriggerRight(JobRun run, long number) => Trigger(run, 1, number);

    private static void Trigger(JobRun run, int vertex, long number)
    {
        run.Tasks[new SubtaskId(vertex, 0)].Tell(run.TriggerOf(new SubtaskId(vertex, 0), number));
        run.Until(() => run.Heard.OfType<CheckpointAcknowledged>().Any(each => each.Number == number && each.Subtask.Vertex == vertex));
    }

    private static void AwaitSent(TestNode node, long records) => Assert.True(SpinWait.SpinUntil(
        () => node.Services.Probes.All.Any(probe => probe.Subtask.Vertex == 0 && probe.Sample().Operators[0].RecordsOut == records),
        TimeSpan.FromSeconds(30)));

    private void Await(long value) =>
        Assert.True(SpinWait.SpinUntil(() => _sink.Values.Contains(value), TimeSpan.FromSeconds(30)), $"{value} does not come.");
}
