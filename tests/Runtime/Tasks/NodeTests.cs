namespace Akka.Flink.Runtime.Tests.Tasks;

using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Sinks;

public class NodeTests
{
    [Fact]
    public void A_newer_attempt_stops_the_tasks_of_older_ones()
    {
        using var node = new TestNode();
        var job = new AttemptId(new JobId("renewed"), 1);
        var older = node.Run(Job(), attempt: job).Start();

        var newer = node.Run(Job(), attempt: job with { Number = 2 }).Start();

        older.Await<TaskStopped>(older.Subtasks.Count);
        Assert.Empty(newer.Heard.OfType<TaskStopped>());
        newer.Cancel();
    }

    [Fact]
    public void The_agent_tells_each_job_master_once_a_second_what_its_tasks_have_counted()
    {
        using var node = new TestNode();
        node.System.ActorOf(NodeAgent.Props(node.Services));
        var (left, right) = (node.Run(Job()).Start(), node.Run(Job()).Start());

        left.Until(() => left.Heard.OfType<TasksSampled>().Any());
        right.Until(() => right.Heard.OfType<TasksSampled>().Any());

        var sampled = left.Heard.OfType<TasksSampled>().Last();
        Assert.Equal(left.Attempt, sampled.Attempt);
        Assert.Equal(left.Subtasks, sampled.Tasks.Select(task => task.Subtask));
        left.Cancel();
        right.Cancel();
    }

    private static JobGraph Job()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(new QueueSource<long>(), WatermarkStrategy.NoWatermarks<long>(), "queue")
            .Rebalance().Map(n => n).SinkTo(new CollectSink<long>());
        return environment.CreateJobGraph("node");
    }
}
