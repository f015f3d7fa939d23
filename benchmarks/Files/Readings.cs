namespace Akka.Flink.FileBenchmarks;

using System.Text.Json;
using Akka.Flink.Connectors.Files;
using Akka.Flink.Formats;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;

/// <summary>The same file read in several ways; each answers with the sum of a member, so that nothing can be left out.</summary>
internal static class Readings
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private static readonly JsonFormat<Access> Format = JsonFormat.Of<Access>();

    /// <summary>What everybody writes first: a string for each line.</summary>
    public static long Loop(string path)
    {
        var sum = 0L;
        foreach (var line in File.ReadLines(path))
            sum += JsonSerializer.Deserialize<Access>(line, Options)!.Bytes;
        return sum;
    }

    /// <summary>The source in front of a sink that adds up, on the synchronous driver.</summary>
    public static long Source(string path) =>
        Run(FileSource.ForRecords(Format, path).Build(), access => access.Bytes);

    /// <summary>Lines as text, without parsing: by a loop.</summary>
    public static long LinesLoop(string path)
    {
        var sum = 0L;
        foreach (var line in File.ReadLines(path))
            sum += line.Length;
        return sum;
    }

    /// <summary>Lines as text, without parsing: by the source.</summary>
    public static long LinesSource(string path) => Run(FileSource.ForLines(path).Build(), line => line.Length);

    private static long Run<T>(FileSource<T> source, Func<T, long> member)
    {
        var sink = new SumSink<T>(member);
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<T>(), "file").SinkTo(sink);
        new SynchronousDriver(environment.CreateJobGraph()).Run();
        return sink.Sum;
    }

    private sealed class SumSink<T>(Func<T, long> member) : ISink<T>, ISinkWriter<T>
    {
        public long Sum { get; private set; }

        public ISinkWriter<T> CreateWriter(ISinkContext context) => this;

        public void Write(T value, long timestampMs) => Sum += member(value);

        public void Flush(bool endOfInput)
        {
        }
    }
}
