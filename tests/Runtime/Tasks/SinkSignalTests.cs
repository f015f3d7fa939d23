namespace Akka.Flink.Runtime.Tests.Tasks;

using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;

public class SinkSignalTests
{
    private readonly QueueSource<long> _source = new();
    private readonly SignallingSink _sink = new();

    [Fact]
    public void A_sink_wakes_its_task_when_it_takes_more()
    {
        using var node = new TestNode(clock: new StoppedClock());
        var run = node.Run(Job()).Start();
        _source.Add(1);
        run.Until(() => _sink.Waits > 0);
        Assert.Empty(_sink.Values);

        _sink.Open();

        run.Until(() => _sink.Values.Count == 1);
        Assert.Equal(1, _sink.Waits);
        _source.Complete();
        run.RunToEnd();
        run.ThrowIfFailed();
    }

    [Fact]
    public void A_task_whose_sink_takes_nothing_can_be_cancelled()
    {
        using var node = new TestNode(clock: new StoppedClock());
        var run = node.Run(Job()).Start();
        _source.Add(1);
        run.Until(() => _sink.Waits > 0);

        run.Cancel();

        Assert.Empty(run.Failures);
    }

    [Fact]
    public void A_sink_that_fails_while_it_is_waited_for_fails_its_task()
    {
        using var node = new TestNode(clock: new StoppedClock());
        var run = node.Run(Job()).Start();
        _source.Add(1);
        run.Until(() => _sink.Waits > 0);

        _sink.FailWith(new IOException("The line is cut."));

        run.Until(() => run.Failures.Count > 0);
        Assert.Equal(ErrorDomain.External, run.Failures[0].Domain);
        Assert.Contains("(sink), subtask 0 of 1", run.Failures[0].Message);
        Assert.Contains("The line is cut.", run.Failures[0].Message);
    }

    private JobGraph Job()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(_source, WatermarkStrategy.NoWatermarks<long>(), "queue").Uid("queue")
            .Rebalance().Map(n => n).Uid("map").SinkTo(_sink).Uid("sink");
        return environment.CreateJobGraph("signals");
    }
}
