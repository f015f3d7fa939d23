namespace Akka.Flink.Operators.Tests.Graph;

using Akka.Flink.Functions;
using Akka.Flink.Sinks;
using FsCheck;
using FsCheck.Fluent;

public class PartitioningTests
{
    private static readonly Arbitrary<(int Source, int Target)> Parallelisms =
        (from source in Gen.Choose(1, 12)
         from target in Gen.Choose(1, 12)
         select (source, target)).ToArbitrary();

    [Fact]
    public void Rescaling_gives_each_subtask_few_others_and_every_one_somebody() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Parallelisms, each =>
        {
            var edge = RescaledEdge(each.Source, each.Target);
            var forth = Enumerable.Range(0, each.Source).SelectMany(s => edge.TargetsOf(s).Select(t => (s, t))).Order().ToList();
            var back = Enumerable.Range(0, each.Target).SelectMany(t => edge.SendersTo(t).Select(s => (s, t))).Order().ToList();

            Assert.Equal(forth, back);
            Assert.Equal(Math.Max(each.Source, each.Target), forth.Count);
            var (fewer, many) = (Math.Min(each.Source, each.Target), Math.Max(each.Source, each.Target));
            var sizes = (each.Source <= each.Target ? forth.GroupBy(pair => pair.s) : forth.GroupBy(pair => pair.t)).Select(g => g.Count());
            Assert.All(sizes, size => Assert.InRange(size, many / fewer, (many + fewer - 1) / fewer));
        }));

    [Theory]
    [InlineData(2, 6)]
    [InlineData(6, 2)]
    [InlineData(3, 3)]
    [InlineData(1, 4)]
    public void Rescaled_records_all_arrive_where_they_should(int source, int target)
    {
        var sink = Run(stream => stream.Rescale(), source, target);

        Assert.Equal(Enumerable.Range(0, 600).Select(n => (long)n), sink.Select(each => each.Number).Order());
        var pairs = sink.Select(each => (From: (int)(each.Number / (600 / source)), To: each.Subtask)).Distinct().ToList();
        Assert.Equal(Math.Max(source, target), pairs.Count);
    }

    [Fact]
    public void A_partitioner_chooses_the_subtask()
    {
        var sink = Run(stream => stream.PartitionCustom((n, parallelism) => (int)(n % parallelism), n => n / 10), 2, 3);

        Assert.All(sink, each => Assert.Equal(each.Number / 10 % 3, each.Subtask));
        Assert.Equal(600, sink.Count);
    }

    [Fact]
    public void Every_sending_subtask_has_a_partitioner_of_its_own()
    {
        var sink = Run(stream => stream.PartitionCustom(new InTurn(), n => n), 2, 2);

        foreach (var half in sink.GroupBy(each => each.Number < 300))
            Assert.All(half.OrderBy(each => each.Number).Index(), each => Assert.Equal(each.Index % 2, each.Item.Subtask));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_partitioner_that_chooses_a_subtask_that_is_not_there_is_told(int chosen)
    {
        var error = Assert.Throws<JobException>(() => Run(stream => stream.PartitionCustom((_, _) => chosen, n => n), 1, 3));

        Assert.Contains($"chose subtask {chosen} of 3", error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorDomain.Function, error.Domain);
    }

    [Fact]
    public void A_partitioner_that_fails_is_named_with_the_record()
    {
        var error = Assert.Throws<JobException>(
            () => Run(stream => stream.PartitionCustom((_, _) => throw new InvalidOperationException("No idea."), n => n), 1, 3));

        Assert.Contains("The partitioner in front of operator 'Map'", error.Message, StringComparison.Ordinal);
        Assert.Contains("a record without timestamp: InvalidOperationException: No idea.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_ends_where_the_program_says_so()
    {
        Assert.Equal(["a -> b -> c -> d"], Vertices(_ => { }));
        Assert.Equal(["a", "b -> c -> d"], Vertices(operators => operators[1].StartNewChain()));
        Assert.Equal(["a", "b", "c -> d"], Vertices(operators => operators[1].DisableChaining()));
        Assert.Equal(["a", "b -> c -> d"], Vertices(operators => operators[1].SlotSharingGroup("other")));
        Assert.Equal(["a", "b", "c", "d"], Vertices(operators => operators[0].ExecutionEnvironment.DisableOperatorChaining()));
        Assert.Equal(["a -> b", "c -> d"], Vertices(operators => operators[2].SetMaxParallelism(256)));
    }

    [Fact]
    public void A_slot_sharing_group_is_that_of_the_inputs_unless_they_differ()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var left = environment.FromElements(1).SlotSharingGroup("left");
        var right = environment.FromElements(2).SlotSharingGroup("right");
        left.Map(n => n).Name("follows");
        left.Union(right).Map(n => n).Name("both");

        var groups = environment.CreateJobGraph().Nodes.ToLookup(node => node.Name, node => node.SlotSharingGroup);

        Assert.Equal(("left", "default"), (groups["follows"].Single(), groups["both"].Single()));
        Assert.Throws<ArgumentException>(() => left.SlotSharingGroup(" "));
    }

    private static List<string> Vertices(Action<SingleOutputStreamOperator<long>[]> change)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var a = environment.FromSequence(1, 10).Name("a");
        var b = a.Map(n => n).Name("b");
        var c = b.Map(n => n).Name("c");
        c.SinkTo(new CollectSink<long>()).Name("d").SetMaxParallelism(128);
        change([a, b, c]);
        if (c.ExecutionEnvironment.Nodes[2].OwnMaxParallelism is { } max)
            environment.Nodes[3].OwnMaxParallelism = max;
        return [.. environment.CreateJobGraph().Vertices.Select(vertex => vertex.Name)];
    }

    private static StreamEdge RescaledEdge(int source, int target)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(1, 10).SetParallelism(source).Rescale().Map(n => n).SetParallelism(target);
        return environment.CreateJobGraph().Nodes[1].Incoming[0];
    }

    private static IReadOnlyList<(long Number, int Subtask)> Run(Func<DataStream<long>, DataStream<long>> partition, int source, int target)
    {
        var sink = new CollectSink<(long Number, int Subtask)>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        partition(environment.FromSequence(0, 599).SetParallelism(source)).Map(new Naming()).SetParallelism(target)
            .SinkTo(sink).SetParallelism(1);
        new SynchronousDriver(environment.CreateJobGraph()).Run();
        return sink.Values;
    }

    private sealed class Naming : RichFunction, IMapFunction<long, (long Number, int Subtask)>
    {
        public (long Number, int Subtask) Map(long value) => (value, RuntimeContext.SubtaskIndex);
    }

    private sealed class InTurn : IPartitioner<long>
    {
        private int _next;

        public int Partition(long key, int parallelism) => _next++ % parallelism;
    }
}
