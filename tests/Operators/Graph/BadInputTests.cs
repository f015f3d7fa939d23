namespace Akka.Flink.Operators.Tests.Graph;

using System.Buffers;
using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>What a program can get wrong that shows only when it is run, or when its arguments are read.</summary>
public class BadInputTests
{
    [Fact]
    public void Keyed_state_is_out_of_reach_in_Open()
    {
        var error = Assert.Throws<StateException>(() => Run(new TooEarly { ReadsState = true }));

        Assert.Equal(ErrorDomain.Function, error.Domain);
        Assert.Contains("State 'count' was used without a current key", error.Message);
        Assert.Contains("leave the state alone in Open", error.Message);
    }

    [Fact]
    public void Timers_are_out_of_reach_between_records()
    {
        var error = Assert.Throws<JobException>(() => Run(new TooEarly { SetsTimer = true }));

        Assert.Equal(ErrorDomain.Function, error.Domain);
        Assert.Contains("A timer for 5 was registered or deleted in operator 'KeyedProcess'", error.Message);
        Assert.Contains("while there was no current key", error.Message);
    }

    [Fact]
    public void A_state_name_is_taken_once_in_an_operator_and_freely_in_others()
    {
        var error = Assert.Throws<StateException>(() => Run(new TooEarly { DeclaresTwice = true }));

        Assert.Contains("was declared as", error.Message);
        Assert.Contains("Give each state of an operator a name of its own", error.Message);
        Run(new TooEarly());
    }

    [Theory]
    [InlineData("--parallelism")]
    [InlineData("--parallelism", "many")]
    public void An_argument_without_its_number_is_refused(params string[] arguments) => Assert.Contains(
        "'--parallelism' needs a number",
        Assert.Throws<ArgumentException>(() => StreamExecutionEnvironment.GetExecutionEnvironment(arguments)).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(KeyGroupRange.MaxKeyGroups + 1)]
    public void A_parallelism_that_makes_no_sense_is_refused(int parallelism)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();

        Assert.Contains(
            $"{parallelism}", Assert.Throws<ArgumentOutOfRangeException>(() => environment.SetParallelism(parallelism)).Message);
        Assert.Contains(
            "from 1 to 32768", Assert.Throws<ArgumentOutOfRangeException>(() => environment.SetMaxParallelism(parallelism)).Message);
    }

    [Fact]
    public void A_negative_lateness_is_refused()
    {
        var windows = StreamExecutionEnvironment.GetExecutionEnvironment().FromElements(1L).KeyBy(n => n)
            .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(1)));

        Assert.Contains(
            "Give it zero or more",
            Assert.Throws<ArgumentOutOfRangeException>(() => windows.AllowedLateness(TimeSpan.FromSeconds(-1))).Message);
    }

    [Fact]
    public void A_serializer_that_does_not_read_what_it_writes_is_found_out()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromElements(new Careless(1)).Map(each => each).Print();
        var driver = new SynchronousDriver(environment.CreateJobGraph(), new SynchronousDriverOptions { ForceSerialization = true });

        Assert.Contains("wrote 2 bytes and left 1 of them", Assert.Throws<JobException>(driver.Run).Message);
    }

    private static void Run(TooEarly function)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromElements(1L).KeyBy(n => n).Process(function).KeyBy(n => n).Process(new TooEarly());
        new SynchronousDriver(environment.CreateJobGraph()).Run();
    }

    private sealed class TooEarly : KeyedProcessFunction<long, long, long>
    {
        private static readonly ValueStateDescriptor<long> Count = new("count");

        private ITimerService _timers = null!;

        public bool ReadsState { get; init; }

        public bool SetsTimer { get; init; }

        public bool DeclaresTwice { get; init; }

        public override void Open(OpenContext context)
        {
            var count = RuntimeContext.GetState(Count);
            if (ReadsState)
                _ = count.Value;
            if (DeclaresTwice)
                RuntimeContext.GetListState(new ListStateDescriptor<long>("count"));
        }

        public override void ProcessElement(long value, Context context, ICollector<long> output) => _timers = context.TimerService;

        public override void Close()
        {
            if (SetsTimer)
                _timers.RegisterEventTimeTimer(5);
        }
    }

    [TypeSerializer(typeof(CarelessSerializer))]
    private sealed record Careless(byte Value);

    private sealed class CarelessSerializer : ITypeSerializer<Careless>
    {
        public Schema Schema { get; } = Schema.Of("careless");

        public bool IsImmutable => true;

        public void Write(IBufferWriter<byte> output, Careless value) => output.Write<byte>([value.Value, 0]);

        public Careless Read(ref ReadOnlySpan<byte> input)
        {
            var value = new Careless(input[0]);
            input = input[1..];
            return value;
        }

        public Careless Copy(Careless value) => value;

        public ITypeSerializer<Careless>? ReaderFor(Schema written) => this;
    }
}
