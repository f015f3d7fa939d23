namespace Akka.Flink.Runtime.Tests.Tasks;

using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Sinks;
using FsCheck;
using FsCheck.Fluent;

public class TaskJobTests
{
    private static readonly Arbitrary<RandomProgram> Programs =
        (from records in Gen.Choose(0, 3000)
         from source in Gen.Choose(1, 3)
         from length in Gen.Choose(1, 5)
         from steps in Gen.ArrayOf(Gen.Zip(Gen.Choose(0, RandomProgram.Kinds - 1), Gen.Choose(1, 4)), length)
         select new RandomProgram(records, source, steps)).ToArbitrary();

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

    [Fact]
    public void Tasks_give_the_same_results_as_the_synchronous_driver()
    {
        using var node = new TestNode();
        var config = Config.QuickThrowOnFailure.WithMaxTest(40);
        Check.One(config, Prop.ForAll(Programs, program =>
        {
            var expected = new CollectSink<long>();
            new SynchronousDriver(program.GraphInto(expected)).Run();
            var sink = new CollectSink<long>();

            var run = node.Run(program.GraphInto(sink)).Start();
            run.RunToEnd();

            run.ThrowIfFailed();
            Assert.Equal(RandomProgram.ResultOf(expected), RandomProgram.ResultOf(sink));
        }));
    }

    [Fact]
    public void Counts_what_came_in_and_went_out_of_each_operator()
    {
        using var node = new TestNode();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(1, 10_000).SetParallelism(1).Rebalance()
            .Filter(n => n % 4 == 0).SetParallelism(1).Uid("filter")
            .SinkTo(new CollectSink<long>()).Uid("sink");

        var run = node.Run(environment.CreateJobGraph("counts")).Start();
        run.AwaitEnd();
        var samples = node.Services.Probes.All.SelectMany(probe => probe.Sample().Operators).ToDictionary(each => each.Uid);

        Assert.Equal((10_000, 2_500), (samples["filter"].RecordsIn, samples["filter"].RecordsOut));
        Assert.Equal((2_500, 0), (samples["sink"].RecordsIn, samples["sink"].RecordsOut));
        Assert.All(samples.Values, each => Assert.Equal(long.MaxValue, each.WatermarkMs));
    }

    [Fact]
    public void Values_that_can_change_are_copied_between_tasks()
    {
        using var node = new TestNode();
        var sink = new CollectSink<List<int>>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var source = environment.FromElements(new List<int> { 1 }, new List<int> { 2 });
        source.Rebalance().Map(list => Grow(list)).SetParallelism(2).Name("first").SinkTo(sink).SetParallelism(1);
        source.Rebalance().Map(list => Grow(list)).SetParallelism(2).Name("second").SinkTo(sink).SetParallelism(1);

        node.Run(environment.CreateJobGraph("copies")).Start().RunToEnd();

        Assert.Equal(4, sink.Values.Count);
        Assert.All(sink.Values, list => Assert.Equal(2, list.Count));

        static List<int> Grow(List<int> list)
        {
            list.Add(0);
            return list;
        }
    }
}
