namespace Akka.Flink.Operators.Tests.Graph;

using Akka.Flink.Functions;
using Akka.Flink.State;

public class JobGraphTests
{
    private readonly StreamExecutionEnvironment _environment = StreamExecutionEnvironment.GetExecutionEnvironment();

    [Fact]
    public void Chains_everything_at_parallelism_1_keyed_edges_included()
    {
        _environment.FromSequence(0, 9).Filter(n => n > 1).KeyBy(n => n % 2).Reduce((a, b) => a + b).Map(n => n).Print();

        var vertex = Assert.Single(_environment.CreateJobGraph().Vertices);

        Assert.Equal("Sequence Source -> Filter -> Keyed Reduce -> Map -> Print to Std. Out", vertex.Name);
    }

    [Fact]
    public void Cuts_chains_at_keys_and_where_parallelism_changes()
    {
        _environment.SetParallelism(2);

        _environment.FromSequence(0, 9).Map(n => n).KeyBy(n => n % 2).Reduce((a, b) => a + b)
            .Map(n => n).SetParallelism(3).Print().SetParallelism(3);

        Assert.Equal(
            ["Sequence Source -> Map", "Keyed Reduce", "Map -> Print to Std. Out"],
            _environment.CreateJobGraph().Vertices.Select(vertex => vertex.Name));
    }

    [Fact]
    public void Does_not_chain_what_has_several_inputs_or_is_rebalanced()
    {
        var numbers = _environment.FromSequence(0, 9);

        numbers.Union(_environment.FromSequence(10, 19)).Map(n => n).Rebalance().Print();

        Assert.Equal(4, _environment.CreateJobGraph().Vertices.Count);
    }

    [Fact]
    [Trait("rule", "K10")]
    public void Generates_uids_that_do_not_depend_on_parallelism_or_names_but_on_the_steps_before()
    {
        Assert.Equal(UidsAt(1), UidsAt(4));
        Assert.NotEqual(UidsAt(1)[^1], UidsAt(1, withFilter: true)[^1]);

        static string[] UidsAt(int parallelism, bool withFilter = false)
        {
            var environment = StreamExecutionEnvironment.GetExecutionEnvironment("--parallelism", $"{parallelism}");
            DataStream<long> numbers = environment.FromSequence(0, 9);
            numbers = withFilter ? numbers.Filter(n => n > 0) : numbers;
            numbers.KeyBy(n => n).Reduce((a, b) => a).Name($"named {parallelism}").Print();
            return [.. environment.CreateJobGraph().Vertices.SelectMany(vertex => vertex.Uids)];
        }
    }

    [Fact]
    [Trait("rule", "K10")]
    public void Generates_the_same_uids_whatever_is_forwarded_rebalanced_or_chained()
    {
        var alone = UidsAt(1, 1, 1);

        Assert.Equal(alone.Distinct(), alone);
        foreach (var (first, second, third) in ((int, int, int)[])[(2, 2, 2), (2, 3, 2), (3, 1, 1), (1, 4, 4)])
            Assert.Equal(alone, UidsAt(first, second, third));

        static string[] UidsAt(int first, int second, int third)
        {
            var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
            var numbers = environment.FromSequence(0, 9).SetParallelism(first).Map(n => n).SetParallelism(second);
            var sums = numbers.Union(environment.FromSequence(0, 9).SetParallelism(third)).KeyBy(n => n)
                .Reduce((a, b) => a + b).SetParallelism(third);
            sums.Connect(numbers.Broadcast()).Map(new Either()).SetParallelism(second).Print().SetParallelism(third);
            return [.. environment.CreateJobGraph().Nodes.Select(node => node.Uid)];
        }
    }

    [Fact]
    public void Refuses_a_uid_that_is_given_twice()
    {
        _environment.FromSequence(0, 9).Uid("same").Map(n => n).Name("doubler").Uid("same").Print();

        var error = Assert.Throws<JobException>(() => _environment.CreateJobGraph());

        Assert.Equal(ErrorDomain.Definition, error.Domain);
        Assert.Contains("'same' is given to 'Sequence Source' and to 'doubler'", error.Message);
    }

    [Fact]
    public void Refuses_more_subtasks_than_key_groups()
    {
        _environment.FromSequence(0, 9).Map(n => n).SetMaxParallelism(2).SetParallelism(3).Print();

        Assert.Contains("parallelism 3, more than its maximum 2", Assert.Throws<JobException>(() => _environment.CreateJobGraph()).Message);
    }

    [Fact]
    public void Refuses_to_forward_between_different_parallelisms()
    {
        _environment.FromElements(1).Forward().Map(n => n).SetParallelism(2).Print();

        Assert.Contains("cannot be forwarded", Assert.Throws<JobException>(() => _environment.CreateJobGraph()).Message);
    }

    [Fact]
    public void Refuses_a_parallel_collection()
    {
        var error = Assert.Throws<JobException>(() => _environment.FromElements(1).SetParallelism(2));

        Assert.Contains("cannot have parallelism 2", error.Message);
    }

    [Fact]
    public void Refuses_one_side_output_with_two_types()
    {
        var mapped = _environment.FromElements(1).Map(n => n);

        mapped.GetSideOutput(new OutputTag<int>("side")).Print();
        mapped.GetSideOutput(new OutputTag<string>("side")).Print();

        Assert.Contains("read as 'Int32' and as 'String'", Assert.Throws<JobException>(() => _environment.CreateJobGraph()).Message);
    }

    [Fact]
    public void Refuses_to_mix_environments_and_to_run_nothing()
    {
        var other = StreamExecutionEnvironment.GetExecutionEnvironment().FromElements(1);

        Assert.Contains("different environments", Assert.Throws<JobException>(() => _environment.FromElements(1).Union(other)).Message);
        var empty = StreamExecutionEnvironment.GetExecutionEnvironment();
        Assert.Contains("no operators", Assert.Throws<JobException>(() => empty.CreateJobGraph("empty")).Message);
    }

    [Fact]
    [Trait("rule", "K7")]
    public void Refuses_keys_without_a_codec_where_the_program_names_them()
    {
        var elements = _environment.FromElements((Bytes: new byte[1], Any: new object()));

        Assert.Throws<StateException>(() => elements.KeyBy(element => element.Bytes));
        Assert.Throws<StateException>(() => elements.KeyBy(element => element.Any));
    }

    [Fact]
    public void Refuses_timers_and_keyed_state_where_there_is_no_key()
    {
        Assert.Contains("whose stream is not keyed", Run(new Plain { WantsTimer = true }).Message);
        Assert.Contains("State 'count' was asked for", Run(new Plain { WantsState = true }).Message);

        static JobException Run(Plain function)
        {
            var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
            environment.FromElements(1).Process(function).Print();
            return Assert.Throws<JobException>(() => new SynchronousDriver(environment.CreateJobGraph()).Run());
        }
    }

    [Fact]
    public void Refuses_the_runtime_context_before_open() =>
        Assert.Contains("before it was opened", Assert.Throws<JobException>(() => new Plain().RuntimeContext).Message);

    private sealed class Either : ICoMapFunction<long, long, long>
    {
        public long Map1(long value) => value;

        public long Map2(long value) => value;
    }

    private sealed class Plain : ProcessFunction<int, int>
    {
        public bool WantsTimer { get; init; }

        public bool WantsState { get; init; }

        public override void Open(OpenContext context)
        {
            if (WantsState)
                RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));
        }

        public override void ProcessElement(int value, Context context, ICollector<int> output)
        {
            if (WantsTimer)
                context.TimerService.RegisterEventTimeTimer(1);
        }
    }
}
