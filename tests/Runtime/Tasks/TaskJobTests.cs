namespace Akka.Flink.Runtime.Tests.Tasks;

using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Sinks;

public class TaskJobTests
{
    [Fact]
    public void Two_tasks_run_a_job_from_end_to_end()
    {
        using var node = new TestNode();
        var sink = new CollectSink<long>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(1, 100_000).SetParallelism(1).Rebalance().Map(n => n * 2).SetParallelism(1).SinkTo(sink);

        var run = node.Run(environment.CreateJobGraph("two tasks")).Start();
        run.RunToEnd();

        run.ThrowIfFailed();
        Assert.Equal(2, run.Subtasks.Count);
        Assert.Equal(Enumerable.Range(1, 100_000).Select(n => n * 2L), sink.Values);
    }
}
