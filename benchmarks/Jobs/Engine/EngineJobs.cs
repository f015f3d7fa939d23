namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Operators;
using Akka.Flink.Windowing;

/// <summary>The jobs through the public API.</summary>
internal static class EngineJobs
{
    /// <summary>The names of the jobs there are.</summary>
    public static IReadOnlyList<string> Names { get; } = ["stateless", "running", "window", "sliding", "session", "timers", "join"];

    /// <summary>The graph of a job.</summary>
    /// <param name="run">The job, and what it is run with.</param>
    /// <param name="sink">Where its results go.</param>
    /// <param name="meter">Measures the run.</param>
    /// <param name="checkpointInterval">Between two checkpoints; null for none.</param>
    public static JobGraph GraphOf(JobCase run, ChecksumSink sink, RunMeter meter, TimeSpan? checkpointInterval = null)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.SetParallelism(run.Parallelism);
        if (checkpointInterval is { } interval)
            environment.EnableCheckpointing(interval);
        Results(environment, run, meter).SinkTo(sink);
        return environment.CreateJobGraph(run.Job);
    }

    private static DataStream<Row> Results(StreamExecutionEnvironment environment, JobCase run, RunMeter meter)
    {
        if (run.Job == "join")
            return Join(environment.FromSource(EventSource.SidesOf(run, meter), WatermarkStrategy.NoWatermarks<Side>(), "events"));

        var events = environment.FromSource(EventSource.Of(run, meter), WatermarkStrategy.NoWatermarks<Event>(), "events");
        return run.Job switch
        {
            "stateless" => Stateless(events),
            "running" => events.KeyBy(e => e.Key).Process(new RunningSums(run.Checksum == ChecksumKind.FinalRows)),
            "window" => Windows(events, TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(1))),
            "sliding" => Windows(events, SlidingEventTimeWindows.Of(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1))),
            "session" => Windows(events, EventTimeSessionWindows.WithGap(TimeSpan.FromMilliseconds(500))),
            "timers" => events.KeyBy(e => e.Key).Process(new CountUntilQuiet()),
            _ => throw new ArgumentException($"There is no job '{run.Job}'.", nameof(run)),
        };
    }

    private static SingleOutputStreamOperator<Row> Stateless(DataStream<Event> events) => events
        .Filter(e => (e.Value & 1) != 0)
        .Map(e => new Row(e.Key, (e.Value * 3) + e.Key, e.TimestampMs, 0));

    private static SingleOutputStreamOperator<Row> Windows(DataStream<Event> events, WindowAssigner<TimeWindow> windows) => events
        .KeyBy(e => e.Key)
        .Window(windows)
        .Aggregate(new AddUp(), (key, window, result) => new Row(key, window.Start, result.Count, result.Sum));

    private static SingleOutputStreamOperator<Row> Join(DataStream<Side> events)
    {
        var left = events.Filter(e => e.IsLeft).KeyBy(e => e.Event.Key);
        var right = events.Filter(e => !e.IsLeft).KeyBy(e => e.Event.Key);
        return left.IntervalJoin(right).Between(TimeSpan.FromMilliseconds(-5), TimeSpan.FromMilliseconds(5)).Process(new MakeRows());
    }
}
