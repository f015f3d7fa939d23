namespace Akka.Flink.DataGen.Tests;

using Akka.Flink.Connectors.DataGen;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;

public class DataGeneratorSourceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Makes_each_record_once(int parallelism)
    {
        var (sink, driver) = Start(new DataGeneratorSource<string>(number => $"n{number}", count: 1_000), parallelism);

        driver.Run();

        Assert.Equal(Enumerable.Range(0, 1_000).Select(number => $"n{number}").Order(), sink.Values.Order());
    }

    [Fact]
    public void Goes_on_with_the_next_number_after_a_restore()
    {
        var (before, first) = Start(new DataGeneratorSource<string>(number => $"n{number}"), 2);
        first.Step();
        var (after, second) = Start(new DataGeneratorSource<string>(number => $"n{number}"), 2, first.TakeCheckpoint());

        second.Step();

        Assert.Contains("n0", before.Values);
        Assert.Contains("n512", after.Values);
        Assert.Empty(before.Values.Intersect(after.Values));
    }

    [Fact]
    public void Has_an_end_only_when_it_has_a_count()
    {
        Assert.Equal(Boundedness.Bounded, new DataGeneratorSource<long>(number => number, count: 1).Boundedness);
        Assert.Equal(Boundedness.ContinuousUnbounded, new DataGeneratorSource<long>(number => number, ratePerSecond: 5).Boundedness);
    }

    // The readers of a hybrid source are told by its enumerator when the next source begins.
    [Fact]
    public async Task A_rate_lets_through_what_the_enumerator_tells_the_readers()
    {
        var numbers = HybridSource.Builder(new GeneratorSource<string>(5, number => $"first {number}"))
            .AddSource(new GeneratorSource<string>(5, number => $"second {number}")).Build();
        var (sink, driver) = Start(numbers.WithRate(1_000_000), 2);

        await driver.RunAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(10, sink.Values.Count);
    }

    private static (CollectSink<string> Sink, SynchronousDriver Driver) Start(
        ISource<string> source, int parallelism, JobSnapshot? restore = null)
    {
        var sink = new CollectSink<string>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment().SetParallelism(parallelism);
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<string>(), "generated").Uid("generated").SinkTo(sink).Uid("sink");
        return (sink, new SynchronousDriver(environment.CreateJobGraph(), null, restore));
    }
}
