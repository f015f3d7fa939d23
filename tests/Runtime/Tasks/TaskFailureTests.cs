namespace Akka.Flink.Runtime.Tests.Tasks;

using Akka.Actor;
using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Sinks;
using Akka.Flink.Windowing;

public class TaskFailureTests
{
    [Fact]
    public void A_function_that_throws_is_reported_with_operator_subtask_key_and_timestamp()
    {
        var failure = FailureOf(stream => stream.KeyBy(n => n % 10).Process(new ThrowsOn(77)).Uid("fragile").Name("Fragile"));

        Assert.Equal(ErrorDomain.Function, failure.Domain);
        Assert.True(failure.IsRecoverable);
        Assert.Contains("'Fragile' (fragile), subtask 0 of 1", failure.Message);
        Assert.Contains("timestamp 77, key '7'", failure.Message);
        Assert.Contains("InvalidOperationException: no 77", failure.Message);
    }

    [Fact]
    public void A_window_function_that_throws_is_reported_with_key_window_and_timestamp()
    {
        var failure = FailureOf(stream => stream.KeyBy(n => n % 2)
            .Window(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(50)))
            .Reduce((left, right) => right == 77 ? throw new InvalidOperationException("no 77") : right));

        Assert.Equal(ErrorDomain.Function, failure.Domain);
        Assert.Contains("timestamp 77, key '1'", failure.Message);
    }

    [Fact]
    public void A_key_selector_that_throws_in_front_of_a_channel_is_reported_with_the_timestamp()
    {
        var failure = FailureOf(stream => stream
            .KeyBy(n => n == 77 ? throw new InvalidOperationException("no 77") : n)
            .Process(new RunningCount()).SetParallelism(2).Uid("behind").Map(pair => pair.Count));

        Assert.Equal(ErrorDomain.Function, failure.Domain);
        Assert.Contains("(behind)", failure.Message);
        Assert.Contains("timestamp 77", failure.Message);
    }

    [Fact]
    public void A_map_that_throws_is_reported_with_the_timestamp()
    {
        var failure = FailureOf(stream => stream.Map(n => n == 77 ? throw new InvalidOperationException("no 77") : n).Uid("mapped"));

        Assert.Contains("(mapped), subtask 0 of 1, failed on timestamp 77", failure.Message);
    }

    [Fact]
    public void A_task_that_failed_is_gone_and_has_closed_its_operators()
    {
        using var node = new TestNode();
        var closing = new NotesClosing();
        var source = new QueueSource<long>();
        var run = node.Run(Job(source, stream => stream.Process(closing))).Start();

        source.Add(-1);
        run.Until(() => run.Heard.OfType<TaskStopped>().Any());

        Assert.True(closing.WasClosed);
        Assert.DoesNotContain(node.Services.Probes.All, probe => probe.Subtask == run.Heard.OfType<TaskStopped>().First().Subtask);
    }

    [Fact]
    public void A_function_that_blocks_is_named_and_ends_with_the_task_once_it_comes_back()
    {
        using var node = new TestNode();
        using var gate = new ManualResetEventSlim();
        var source = new QueueSource<long>();
        var run = node.Run(Job(source, stream => stream.Map(n => Block(gate, n)).Uid("stuck").Name("Stuck"))).Start();
        var task = run.Subtasks.Single(each => run.Graph.Vertices[each.Vertex].Uids.Contains("stuck"));
        source.Add(1);
        run.Until(() => node.Services.Probes.Describe(run.Attempt, task) is not null);

        run.Tell(new CancelTask(run.Attempt));
        run.Until(() => run.Heard.OfType<TaskStopped>().Any());

        Assert.StartsWith("operator 'Stuck' (stuck) has been at work for 00:00:", node.Services.Probes.Describe(run.Attempt, task));
        Assert.DoesNotContain(run.Heard.OfType<TaskStopped>(), stopped => stopped.Subtask == task);
        gate.Set();
        run.Await<TaskStopped>(run.Subtasks.Count);
        Assert.Empty(run.Failures);
    }

    [Fact]
    public void A_gap_in_a_channel_fails_the_task()
    {
        using var node = new TestNode();
        var run = node.Run(Job(new QueueSource<long>(), stream => stream.Map(n => n))).Start();

        run.Tasks[new SubtaskId(1, 0)].Tell(
            new EndMessage { Attempt = run.Attempt, Channel = new ChannelId(0, 0, 0), Sequence = 7 });
        run.Until(() => run.Failures.Count > 0);

        Assert.Equal(ErrorDomain.External, run.Failures[0].Domain);
        Assert.Contains("lost messages 1 to 6", run.Failures[0].Message);
    }

    [Fact]
    public void A_message_that_was_the_last_and_got_lost_fails_the_task_when_its_time_is_up()
    {
        using var node = new TestNode();
        var settings = JobSettings.Default with { Tasks = new TaskSettings { ChannelTimeout = TimeSpan.FromMilliseconds(500) } };
        var run = node.Run(Job(new QueueSource<long>(), stream => stream.Map(n => n)), settings).Start();

        run.Tasks[new SubtaskId(1, 0)].Tell(new ChannelPosition(run.Attempt, new ChannelId(0, 0, 0), 3));
        run.Until(() => run.Failures.Count > 0);

        Assert.Contains("akka.flink.channel.timeout", run.Failures[0].Message);
    }

    [Fact]
    public void What_belongs_to_another_attempt_is_dropped()
    {
        using var node = new TestNode();
        var source = new QueueSource<long>();
        var run = node.Run(Job(source, stream => stream.Map(n => n))).Start();
        var older = run.Attempt with { Number = 0 };

        run.Tell(new EndMessage { Attempt = older, Channel = new ChannelId(0, 0, 0), Sequence = 7 });
        run.Tell(new CancelTask(older));
        source.Complete();

        run.RunToEnd();
        run.ThrowIfFailed();
    }

    [Fact]
    public void A_task_without_a_master_stops()
    {
        using var node = new TestNode();
        var settings = JobSettings.Default with { Tasks = new TaskSettings { HeartbeatTimeout = TimeSpan.FromMilliseconds(1500) } };
        var run = node.Run(Job(new QueueSource<long>(), stream => stream.Map(n => n)), settings).Start();

        run.Until(() => run.Heard.OfType<TaskStopped>().Count() == 2);

        Assert.Empty(run.Failures);
    }

    [Fact]
    public void A_job_that_the_node_does_not_know_fails_its_tasks()
    {
        using var node = new TestNode();
        var run = node.Run(Job(new QueueSource<long>(), stream => stream.Map(n => n)));
        node.Services.Jobs.Remove(run.Attempt.Job);

        run.Deploy();

        Assert.Contains("is not known to node 'local'", run.Failures[0].Message);
    }

    [Fact]
    public void State_that_cannot_be_read_fails_the_task_with_the_cause()
    {
        using var node = new TestNode();
        var source = new QueueSource<long>();
        var graph = Job(source, stream => stream.KeyBy(n => n).Process(new RunningCount()).Map(pair => pair.Count));
        var run = node.Run(graph).Start();
        source.Add(1);
        var checkpoint = run.TakeCheckpoint();
        run.Cancel();
        node.Store.FailWith(new IOException("The disk is gone."));

        var resumed = node.Run(graph, restore: checkpoint);
        resumed.Deploy();

        Assert.Equal(ErrorDomain.External, resumed.Failures[0].Domain);
        Assert.Contains("The disk is gone.", resumed.Failures[0].Message);
    }

    private static TaskFailure FailureOf(Func<DataStream<long>, DataStream<long>> step)
    {
        using var node = new TestNode();
        var source = new QueueSource<long>();
        var run = node.Run(Job(source, step)).Start();
        for (var n = 70; n < 80; n++)
            source.Add(n, n);
        run.Until(() => run.Failures.Count > 0);
        return run.Failures[0];
    }

    private static JobGraph Job(QueueSource<long> source, Func<DataStream<long>, DataStream<long>> step)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var stream = environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "queue").Uid("queue");
        step(stream.Rebalance().Filter(_ => true).Uid("first")).SinkTo(new CollectSink<long>()).Uid("sink");
        return environment.CreateJobGraph("failing");
    }

    private static long Block(ManualResetEventSlim gate, long n)
    {
        gate.Wait();
        return n;
    }

    private sealed class ThrowsOn(long number) : KeyedProcessFunction<long, long, long>
    {
        public override void ProcessElement(long value, Context context, ICollector<long> output)
        {
            if (value == number)
                throw new InvalidOperationException($"no {number}");
        }
    }

    private sealed class NotesClosing : ProcessFunction<long, long>
    {
        private readonly bool[] _wasClosed = new bool[1];   // shared with the copies of the subtasks

        public bool WasClosed => Volatile.Read(ref _wasClosed[0]);

        public override void ProcessElement(long value, Context context, ICollector<long> output) =>
            throw new InvalidOperationException("no");

        public override void Close() => Volatile.Write(ref _wasClosed[0], true);
    }
}
