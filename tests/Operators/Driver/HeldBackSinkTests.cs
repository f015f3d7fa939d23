namespace Akka.Flink.Operators.Tests.Driver;

using Akka.Flink.Sinks;
using Akka.Flink.Sources;

public class HeldBackSinkTests
{
    private readonly ReluctantSink _sink = new();

    [Fact]
    public void Runs_to_the_end_with_a_sink_that_takes_a_record_only_now_and_then()
    {
        new SynchronousDriver(Job()).Run();

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), _sink.Values);
        Assert.True(_sink.HasEnded);
    }

    [Fact]
    public async Task Waits_without_giving_up_for_a_sink_that_takes_no_more_at_the_moment()
    {
        await new SynchronousDriver(Job(200)).RunAsync();

        Assert.Equal(200, _sink.Values.Count);
        Assert.True(_sink.HasEnded);
    }

    [Fact]
    public void Takes_a_checkpoint_behind_the_records_that_a_sink_did_not_take_at_first()
    {
        var driver = new SynchronousDriver(Job());
        while (_sink.Values.Count == 0)
            driver.Step();

        var snapshot = driver.TakeCheckpoint();
        new SynchronousDriver(Job(), restore: snapshot).Run();

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), _sink.Values);
    }

    private JobGraph Job(int count = 1000)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(new GeneratorSource<long>(count, i => i), WatermarkStrategy.NoWatermarks<long>(), "source")
            .Map(value => value).SinkTo(_sink);
        return environment.CreateJobGraph();
    }

    private sealed class ReluctantSink : ISink<long>, ISinkWriter<long>
    {
        private int _asked;

        public List<long> Values { get; } = [];

        public bool HasEnded { get; private set; }

        public bool IsWritable => ++_asked % 7 > 2;

        public ISinkWriter<long> CreateWriter(ISinkContext context) => this;

        public void Write(long value, long timestampMs) => Values.Add(value);

        public void Flush(bool endOfInput) => HasEnded |= endOfInput;
    }
}
