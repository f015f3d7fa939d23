namespace Akka.Flink.Files.Tests.Reading;

using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;

/// <summary>A job that reads a source into memory, on the synchronous driver.</summary>
internal sealed class SourceRun<T>
{
    private readonly CollectSink<T> _sink = new();

    public SourceRun(
        ISource<T> source,
        int parallelism = 1,
        int batchSize = 512,
        JobSnapshot? restore = null,
        Action<SingleOutputStreamOperator<T>>? more = null)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment().SetParallelism(parallelism);
        var stream = environment.FromSource(source, WatermarkStrategy.NoWatermarks<T>(), "input").Uid("input");
        stream.SinkTo(_sink).Uid("output");
        more?.Invoke(stream);
        Driver = new SynchronousDriver(environment.CreateJobGraph(), new SynchronousDriverOptions { BatchSize = batchSize }, restore);
    }

    public SynchronousDriver Driver { get; }

    public IReadOnlyList<T> Values => _sink.Values;

    public static IReadOnlyList<T> ReadAll(ISource<T> source, int parallelism = 1)
    {
        var run = new SourceRun<T>(source, parallelism);
        run.Driver.Run();
        return run.Values;
    }
}
