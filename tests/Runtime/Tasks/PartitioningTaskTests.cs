namespace Akka.Flink.Runtime.Tests.Tasks;

using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;

/// <summary>Every way to deal records out, between tasks; sources that wait for each other and that follow each other.</summary>
public class PartitioningTaskTests
{
    private const int Numbers = 1_200;

    public static TheoryData<string, int, int> Ways
    {
        get
        {
            var ways = new TheoryData<string, int, int>();
            foreach (var way in new[] { "rebalance", "rescale", "shuffle", "broadcast", "global", "custom", "key" })
            {
                foreach (var (source, target) in new[] { (1, 3), (2, 4), (4, 2), (3, 3) })
                    ways.Add(way, source, target);
            }

            ways.Add("forward", 3, 3);
            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Records_are_dealt_out_between_tasks(string way, int source, int target)
    {
        using var node = new TestNode();
        var sink = new CollectSink<(long Number, int Subtask)>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        Partitioned(environment.FromSequence(0, Numbers - 1).SetParallelism(source), way)
            .Map(new Naming()).SetParallelism(target).StartNewChain().SinkTo(sink).SetParallelism(1);

        var run = node.Run(environment.CreateJobGraph("ways")).Start();
        run.RunToEnd();

        run.ThrowIfFailed();
        var copies = way == "broadcast" ? target : 1;
        Assert.Equal(
            Enumerable.Range(0, Numbers).SelectMany(n => Enumerable.Repeat((long)n, copies)),
            sink.Values.Select(each => each.Number).Order());
        var bySubtask = sink.Values.GroupBy(each => each.Subtask).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(way == "global" ? 1 : target, bySubtask.Count);
        if (way is "rebalance" or "rescale" && Math.Max(source, target) % Math.Min(source, target) == 0)
            Assert.All(bySubtask.Values, count => Assert.Equal(Numbers / target, count));
        if (way == "custom")
            Assert.All(sink.Values, each => Assert.Equal(each.Number % target, each.Subtask));
    }

    [Fact]
    public void Groups_that_share_no_slots_have_slots_of_their_own()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(0, 9).SetParallelism(2).Map(n => n).SetParallelism(3).SlotSharingGroup("other")
            .SinkTo(new CollectSink<long>()).SetParallelism(1);
        var graph = environment.CreateJobGraph("slots");

        var plan = Placement.OnOneNode(graph, "local");

        Assert.Equal(5, Placement.SlotsOf(graph));
        Assert.Equal([0, 1, 2, 3, 4, 2], plan.Subtasks.Select(planned => planned.Slot.Number));
    }

    [Fact]
    public void A_hybrid_source_switches_when_all_readers_are_at_the_end()
    {
        using var node = new TestNode();
        var sink = new CollectSink<long>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var source = HybridSource.Builder(new GeneratorSource<long>(1_000, i => i))
            .AddSource(new GeneratorSource<long>(500, i => 1_000 + i))
            .Build();
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "hybrid").SetParallelism(3).SinkTo(sink).SetParallelism(1);

        var run = node.Run(environment.CreateJobGraph("hybrid")).Start();
        run.RunToEnd();

        run.ThrowIfFailed();
        Assert.Equal(Enumerable.Range(0, 1_500).Select(n => (long)n), sink.Values.Order());
    }

    private static DataStream<long> Partitioned(DataStream<long> stream, string way) => way switch
    {
        "rebalance" => stream.Rebalance(),
        "rescale" => stream.Rescale(),
        "shuffle" => stream.Shuffle(),
        "broadcast" => stream.Broadcast(),
        "global" => stream.Global(),
        "forward" => stream.Forward(),
        "custom" => stream.PartitionCustom((number, parallelism) => (int)(number % parallelism), number => number),
        _ => stream.KeyBy(number => number),
    };

    private sealed class Naming : RichFunction, IMapFunction<long, (long Number, int Subtask)>
    {
        public (long Number, int Subtask) Map(long value) => (value, RuntimeContext.SubtaskIndex);
    }
}
