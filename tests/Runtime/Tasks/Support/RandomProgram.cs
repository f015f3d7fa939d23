namespace Akka.Flink.Runtime.Tests.Tasks.Support;

using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Akka.Flink.Windowing;

/// <summary>A program whose result does not depend on the order in which subtasks run.</summary>
/// <param name="Records">How many records its sources have.</param>
/// <param name="SourceParallelism">The parallelism of its sources.</param>
/// <param name="Steps">What follows, each with a parallelism of 1 to 4.</param>
internal sealed record RandomProgram(int Records, int SourceParallelism, IReadOnlyList<(int Kind, int Parallelism)> Steps)
{
    public const int Kinds = 9;

    /// <summary>The job's graph, into a sink.</summary>
    public JobGraph GraphInto(CollectSink<long> sink)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        DataStream<long> stream = Source(environment, "source");
        foreach (var (kind, parallelism) in Steps)
            stream = Append(environment, stream, kind, parallelism);
        stream.SinkTo(sink).SetParallelism(1);
        return environment.CreateJobGraph("random");
    }

    /// <summary>What the job gives, in order of value.</summary>
    public static IReadOnlyList<(long Value, long TimestampMs)> ResultOf(CollectSink<long> sink) => [.. sink.Records.Order()];

    // Timestamps rise from 0 in each subtask's share, which begins anywhere: nothing is late with so much slack.
    private SingleOutputStreamOperator<long> Source(StreamExecutionEnvironment environment, string name)
    {
        var strategy = WatermarkStrategy.ForBoundedOutOfOrderness<long>(TimeSpan.FromMilliseconds(Records))
            .WithTimestampAssigner((value, _) => value);
        return environment.FromSource(new Sources.GeneratorSource<long>(Records, number => number), strategy, name)
            .SetParallelism(SourceParallelism);
    }

    private DataStream<long> Append(StreamExecutionEnvironment program, DataStream<long> stream, int kind, int parallelism) => kind switch
    {
        0 => stream.Map(n => n + 1).SetParallelism(parallelism),
        1 => stream.Filter(n => n % 3 != 0).SetParallelism(parallelism),
        2 => stream.Rebalance().Map(n => n * 2).SetParallelism(parallelism),
        3 => Windows(stream, parallelism),
        4 => stream.FlatMap<long>((n, output) =>
        {
            for (var i = 0; i < n % 3; i++)
                output.Collect(n + i);
        }).SetParallelism(parallelism),
        5 => stream.Union(Source(program, $"another {Guid.NewGuid()}")),
        6 => stream.Broadcast().Filter(n => n % 2 == 0).SetParallelism(Math.Min(parallelism, 2)),
        7 => stream.Union(stream.Filter(n => n % 5 == 0).SetParallelism(parallelism)),
        _ => stream.Shuffle().Map(n => n ^ 1).SetParallelism(parallelism),
    };

    private static SingleOutputStreamOperator<long> Windows(DataStream<long> stream, int parallelism) => stream
        .KeyBy(n => n % 7)
        .Window(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(100)))
        .Reduce((left, right) => left + right)
        .SetParallelism(parallelism);
}
