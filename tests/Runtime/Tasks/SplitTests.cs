namespace Akka.Flink.Runtime.Tests.Tasks;

using Akka.Actor;
using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Sinks;

public class SplitTests
{
    private const int Count = 1_000;

    private static readonly SubtaskId Reader = new(0, 0);

    private readonly CollectSink<long> _sink = new();

    [Fact]
    public void Splits_that_are_said_twice_are_read_once()
    {
        using var node = new TestNode();
        var run = node.Run(Job());
        run.SplitDelivery = (task, command) =>
        {
            task.Tell(command);
            task.Tell(command);
        };

        run.Start().RunToEnd();

        run.ThrowIfFailed();
        AssertAllOnce();
    }

    [Fact]
    public void Splits_that_got_lost_are_read_when_they_are_said_again()
    {
        using var node = new TestNode();
        var run = node.Run(Job());
        var lost = new List<ISplitCommand>();
        run.SplitDelivery = (_, command) => lost.Add(command);

        run.Start();
        run.Until(() => lost.Count > 0);
        var pending = run.Trigger();
        run.SplitDelivery = null;
        foreach (var command in lost)
            run.Tasks[Reader].Tell(command, run.Self);
        run.RunToEnd();

        var trigger = run.Heard.FindIndex(heard => heard is CheckpointAcknowledged);
        var received = run.Heard.FindIndex(heard => heard is SplitsReceived);
        Assert.InRange(received, 0, trigger);   // the checkpoint has waited for them
        Assert.Single(pending.Acknowledged, part => part.Subtask == Reader);
        Assert.Empty(run.UnansweredSplits(Reader));
        AssertAllOnce();
    }

    [Fact]
    public void Splits_that_overtake_others_wait_until_those_are_said_again()
    {
        using var node = new TestNode();
        var run = node.Run(Job());
        var first = new List<ISplitCommand>();
        run.SplitDelivery = (task, command) =>
        {
            first.Add(command);
            task.Tell(new NoMoreSplits(command.Attempt, command.Uid, command.Sequence + 1), run.Self);
            task.Tell(command, run.Self);
        };

        run.Start();
        run.Until(() => run.Heard.OfType<SplitsReceived>().Any());

        Assert.Equal(1, run.Heard.OfType<SplitsReceived>().First().Sequence);
        run.SplitDelivery = null;
        run.RunToEnd();
        AssertAllOnce();
    }

    private JobGraph Job()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(1, Count).SetParallelism(1).Uid("numbers").Rebalance().Map(n => n).SetParallelism(1).SinkTo(_sink);
        return environment.CreateJobGraph("splits");
    }

    private void AssertAllOnce() => Assert.Equal(Enumerable.Range(1, Count).Select(n => (long)n), _sink.Values);
}
