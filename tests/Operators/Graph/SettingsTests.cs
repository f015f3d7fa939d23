namespace Akka.Flink.Operators.Tests.Graph;

using Akka.Flink.Sinks;
using Akka.Flink.Sources;
using Akka.Flink.State;

public class SettingsTests
{
    private readonly StreamExecutionEnvironment _environment = StreamExecutionEnvironment.GetExecutionEnvironment();

    [Fact]
    public void Hands_what_was_set_to_sources_and_sinks_when_the_graph_is_made()
    {
        var (source, sink) = (new ConfiguredSource(), new ConfiguredSink());
        _environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "source").SinkTo(sink);
        _environment.Settings = new Given("connectors.color", "red");

        _environment.CreateJobGraph();

        Assert.Equal("red", source.Color);
        Assert.Equal("red", sink.Color);
    }

    [Fact]
    public void Holds_nothing_by_default()
    {
        var sink = new ConfiguredSink();
        _environment.FromElements(1L).SinkTo(sink);

        _environment.CreateJobGraph();

        Assert.Null(sink.Color);
        Assert.Equal(1, sink.Calls);
    }

    [Fact]
    public void Lets_a_sink_refuse_what_was_set()
    {
        _environment.FromElements(1L).SinkTo(new ConfiguredSink());
        _environment.Settings = new Given("connectors.color", "none");

        Assert.Equal(ErrorDomain.Definition, Assert.Throws<JobException>(() => _environment.CreateJobGraph()).Domain);
    }

    private sealed class Given(string key, string value) : ISettings
    {
        public string? Find(string asked) => asked == key ? value : null;
    }

    private sealed class ConfiguredSink : ISink<long>, IConfigurable
    {
        public string? Color { get; private set; }

        public int Calls { get; private set; }

        public void Configure(ISettings settings)
        {
            Calls++;
            Color = settings.Find("connectors.color");
            if (Color == "none")
                throw new JobException(ErrorDomain.Definition, "A color is needed.");
        }

        public ISinkWriter<long> CreateWriter(ISinkContext context) => throw new InvalidOperationException("No job runs here.");
    }

    private sealed class ConfiguredSource : ISource<long, RangeSplit, RangeSplit[]>, IConfigurable
    {
        private readonly GeneratorSource<long> _numbers = new(1, number => number);

        public string? Color { get; private set; }

        public Boundedness Boundedness => _numbers.Boundedness;

        public ITypeSerializer<RangeSplit> SplitSerializer => _numbers.SplitSerializer;

        public ITypeSerializer<RangeSplit[]> EnumeratorStateSerializer => _numbers.EnumeratorStateSerializer;

        public void Configure(ISettings settings) => Color = settings.Find("connectors.color");

        public ISplitEnumerator<RangeSplit, RangeSplit[]> CreateEnumerator(ISplitEnumeratorContext<RangeSplit> context) =>
            _numbers.CreateEnumerator(context);

        public ISplitEnumerator<RangeSplit, RangeSplit[]> RestoreEnumerator(
            ISplitEnumeratorContext<RangeSplit> context, RangeSplit[] state) => _numbers.RestoreEnumerator(context, state);

        public ISourceReader<long, RangeSplit> CreateReader(ISourceReaderContext context) => _numbers.CreateReader(context);
    }
}
