namespace Akka.Flink.Runtime.Tests.Tasks;

using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;

public class TaskEndTests
{
    private readonly QueueSource<long> _source = new();
    private readonly LedgerSink _sink = new();

    [Fact]
    public void A_checkpoint_commits_what_was_written_before_it()
    {
        using var node = new TestNode();
        var run = node.Run(Job()).Start();
        _source.Add(1);
        AwaitRecords(node, run, 1);

        run.TakeCheckpoint();
        _source.Add(2);
        AwaitRecords(node, run, 2);

        Assert.Equal([1], _sink.Committed);
        run.Cancel();
    }

    [Fact]
    public void The_final_checkpoint_commits_what_came_before_the_end()
    {
        using var node = new TestNode();
        var run = node.Run(Job()).Start();
        _source.Add(1);
        _source.Complete();
        run.AwaitEnd();
        run.TakeCheckpoint();

        run.TakeCheckpoint(CheckpointKind.Final);

        Assert.Equal([1], _sink.Committed);
        run.Finish(commits: false);
        Assert.Equal([1], _sink.Committed);
    }

    [Fact]
    public void Without_checkpoints_the_end_commits()
    {
        using var node = new TestNode();
        var run = node.Run(Job()).Start();
        _source.Add(1);
        _source.Complete();

        run.RunToEnd();

        Assert.Equal([1], _sink.Committed);
    }

    [Fact]
    public void A_commit_that_fails_is_reported_as_another_systems_with_the_sink_and_how_much_was_prepared()
    {
        using var node = new TestNode();
        var run = node.Run(Job()).Start();
        _source.Add(1);
        AwaitRecords(node, run, 1);
        _sink.FailWith(new IOException("The disk is gone."));

        var checkpoint = run.Trigger().Await();
        run.Tell(new NotifyCheckpointComplete(run.Attempt, checkpoint.Id.Number));
        run.Until(() => run.Heard.OfType<TaskStopped>().Any());

        AssertCommitFailed(Assert.Single(run.Failures));
        Assert.DoesNotContain(run.Heard.OfType<CheckpointCommitted>(), committed => committed.Subtask.Vertex == 1);
    }

    [Fact]
    public void A_commit_at_the_end_that_fails_is_reported_and_the_task_stops()
    {
        using var node = new TestNode();
        var run = node.Run(Job()).Start();
        _source.Add(1);
        _source.Complete();
        run.AwaitEnd();
        _sink.FailWith(new IOException("The disk is gone."));

        run.Finish(commits: true);

        AssertCommitFailed(Assert.Single(run.Failures));
    }

    [Fact]
    public void A_task_freezes_behind_a_stopping_checkpoint()
    {
        using var node = new TestNode();
        var run = node.Run(Job()).Start();
        _source.Add(1);
        AwaitRecords(node, run, 1);

        var stopping = run.TakeCheckpoint(CheckpointKind.Stopping);
        _source.Add(2);
        run.Finish(commits: false);

        Assert.Equal([1], _sink.Committed);
        var resumed = node.Run(Job(), restore: stopping).Start();
        _source.Complete();
        resumed.RunToEnd();
        Assert.Contains(2, _sink.Committed);   // nobody had taken it
    }

    [Fact]
    public void A_stopping_checkpoint_that_fails_lets_the_tasks_go_on()
    {
        using var node = new TestNode();
        var run = node.Run(Job()).Start();
        var stopping = run.Trigger(CheckpointKind.Stopping);
        run.Until(() => stopping.Acknowledged.Count == run.Subtasks.Count);
        _source.Add(1);

        run.Abort(stopping.Number);

        AwaitRecords(node, run, 1);
        _source.Complete();
        run.RunToEnd();
        Assert.Equal([1], _sink.Committed);
    }

    [Fact]
    public void Timers_by_the_clock_wake_a_task_that_has_nothing_to_do()
    {
        using var node = new TestNode();
        var sink = new GatedSink<long>();
        sink.Open();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(_source, WatermarkStrategy.NoWatermarks<long>(), "queue")
            .Rebalance().Filter(_ => true).KeyBy(n => n).Process(new EchoLater()).SinkTo(sink);
        var run = node.Run(environment.CreateJobGraph("timers")).Start();

        _source.Add(5);

        Assert.True(SpinWait.SpinUntil(() => sink.Values.Count > 0, TimeSpan.FromSeconds(30)));
        run.Cancel();
    }

    private static void AssertCommitFailed(TaskFailure failure)
    {
        Assert.Equal(ErrorDomain.External, failure.Domain);
        Assert.True(failure.IsRecoverable);
        Assert.Contains("(ledger), subtask 0 of 1, could not commit 1 prepared", failure.Message);
        Assert.Contains("The disk is gone.", failure.Message);
    }

    private JobGraph Job()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(_source, WatermarkStrategy.NoWatermarks<long>(), "queue").Uid("queue")
            .Rebalance().Map(n => n).Uid("map").SinkTo(_sink).Uid("ledger");
        return environment.CreateJobGraph("ledger");
    }

    private static void AwaitRecords(TestNode node, JobRun run, long count) => run.Until(() =>
        node.Services.Probes.All.SelectMany(each => each.Sample().Operators).Any(each => each.Uid == "ledger" && each.RecordsIn == count));

    private sealed class EchoLater : Functions.KeyedProcessFunction<long, long, long>
    {
        public override void ProcessElement(long value, Context context, Functions.ICollector<long> output) =>
            context.TimerService.RegisterProcessingTimeTimer(context.TimerService.CurrentProcessingTime + 50);

        public override void OnTimer(long timestamp, OnTimerContext context, Functions.ICollector<long> output) =>
            output.Collect(context.CurrentKey);
    }
}
