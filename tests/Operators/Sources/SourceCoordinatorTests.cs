namespace Akka.Flink.Operators.Tests.Sources;

using Akka.Flink.Sinks;
using Akka.Flink.Sources;
using Akka.Flink.State;

public class SourceCoordinatorTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Handles_a_call_that_ends_at_once_before_records_are_asked_for()
    {
        var (graph, sink) = Job(new DiscoveringSource(_ => Task.FromResult<long?>(0), null));

        new SynchronousDriver(graph).Run();

        Assert.Equal(Enumerable.Range(0, 10).Select(number => (long)number), sink.Values.Order());
    }

    [Fact]
    public async Task Handles_a_call_that_ends_on_another_thread_while_the_driver_waits()
    {
        var (graph, sink) = Job(new DiscoveringSource(async _ =>
        {
            await Task.Yield();
            return 0;
        }, null));

        await new SynchronousDriver(graph).RunAsync();

        Assert.Equal(10, sink.Values.Count);
    }

    [Fact]
    public void Repeats_a_call_by_the_drivers_clock()
    {
        var next = 0L;
        var (graph, sink) = Job(new DiscoveringSource(_ => Task.FromResult<long?>(10 * next++), Second));
        var driver = new SynchronousDriver(graph);

        StepUntilQuiet(driver);
        var atStart = sink.Values.Count;
        driver.SetProcessingTime(999);
        StepUntilQuiet(driver);
        var beforeThePeriod = sink.Values.Count;
        driver.SetProcessingTime(1000);
        driver.SetProcessingTime(2000);
        StepUntilQuiet(driver);

        Assert.Equal((10, 10, 30), (atStart, beforeThePeriod, sink.Values.Count));
        Assert.True(driver.IsFinished);
    }

    [Fact]
    public void Hands_the_failure_of_a_call_to_its_handler_and_calls_again()
    {
        var calls = 0;
        var source = new DiscoveringSource(
            _ => calls++ == 0 ? Task.FromException<long?>(new IOException("no such directory")) : Task.FromResult<long?>(20), Second);
        var (graph, sink) = Job(source);
        var driver = new SynchronousDriver(graph);

        driver.SetProcessingTime(1000);
        StepUntilQuiet(driver);

        Assert.Equal("no such directory", Assert.Single(source.Failures).Message);
        Assert.Equal(10, sink.Values.Count);
    }

    [Fact]
    public void Handles_nothing_once_it_is_closed()
    {
        var call = new TaskCompletionSource<long?>();
        var token = CancellationToken.None;
        var source = new DiscoveringSource(
            given =>
            {
                token = given;
                return call.Task;
            },
            null);
        var host = new ManualHost();
        var coordinator = Coordinator(source, host);
        var outlet = new Outlet();
        coordinator.Attach(outlet);
        coordinator.Start();

        coordinator.Close();
        call.SetResult(0);
        host.RunPosted();

        Assert.True(token.IsCancellationRequested);
        Assert.Empty(outlet.Splits);
    }

    [Fact]
    public void Sends_splits_to_readers_in_other_tasks_as_bytes()
    {
        var coordinator = Coordinator(new GeneratorSource<long>(100, static number => number), new ManualHost());
        Outlet[] outlets = [new(), new()];
        foreach (var outlet in outlets)
            coordinator.Attach(outlet);

        coordinator.Start();

        Assert.Equal([new RangeSplit("0", 0, 50)], outlets[0].Splits.Select(Read));
        Assert.Equal([new RangeSplit("1", 50, 100)], outlets[1].Splits.Select(Read));
        Assert.All(outlets, outlet => Assert.True(outlet.IsComplete));
        Assert.Equal(["range 1 at record 50 of those before 100"], coordinator.Describe(outlets[1].Splits));
    }

    [Fact]
    public void Names_the_source_whose_enumerator_failed()
    {
        var coordinator = Coordinator(new DiscoveringSource(_ => Task.FromResult<long?>(0), null), new ManualHost());
        coordinator.Attach(new Outlet());
        coordinator.HandleSplitRequest(0);   // waits until the enumerator is there

        var error = Assert.Throws<JobException>(coordinator.Start);

        Assert.Contains("source 'numbers' (numbers)", error.Message);
        Assert.Contains("nobody may ask", error.Message);
    }

    private static (JobGraph Graph, CollectSink<long> Sink) Job(ISource<long> source)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var sink = new CollectSink<long>();
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "numbers").Uid("numbers").SinkTo(sink);
        return (environment.CreateJobGraph(), sink);
    }

    private static SourceCoordinator Coordinator(ISource<long> source, ICoordinatorHost host)
    {
        var (graph, _) = Job(source);
        return graph.Nodes.Select(node => node.CreateCoordinator(host)).OfType<SourceCoordinator>().Single();
    }

    private static RangeSplit Read(ReadOnlyMemory<byte> split)
    {
        var bytes = split.Span;
        return TypeSerializers.For<RangeSplit>().Read(ref bytes);
    }

    private static void StepUntilQuiet(SynchronousDriver driver)
    {
        while (driver.Step())
        {
            // to the end of what is there
        }
    }

    private sealed class Outlet : ISplitOutlet
    {
        public List<ReadOnlyMemory<byte>> Splits { get; } = [];

        public bool IsComplete { get; private set; }

        public void AssignSplits(IReadOnlyList<ReadOnlyMemory<byte>> splits) => Splits.AddRange(splits);

        public void SendSourceEvent(ReadOnlyMemory<byte> data)
        {
        }

        public void SetMaxWatermark(long watermarkMs)
        {
        }

        public void SignalNoMoreSplits() => IsComplete = true;
    }

    private sealed class ManualHost : ICoordinatorHost
    {
        private readonly Queue<Action> _posted = new();

        public Task<T> Begin<T>(Func<Task<T>> call) => call();

        public void Post(Action action) => _posted.Enqueue(action);

        public void Schedule(TimeSpan delay, Action action) => throw new InvalidOperationException("nothing is repeated here");

        public void RunPosted()
        {
            while (_posted.TryDequeue(out var action))
                action();
        }
    }
}
