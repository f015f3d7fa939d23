namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Operators;
using Akka.Flink.Windowing;

/// <summary>The jobs through the public API.</summary>
internal static class EngineJobs
{
    private static readonly Dictionary<string, Func<DataStream<Event>, DataStream<Row>>> Jobs = new()
    {
        ["stateless"] = Stateless,
        ["running"] = events => events.KeyBy(e => e.Key).Process(new RunningSums()),
        ["window"] = events => Windows(events, TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(1))),
        ["sliding"] = events => Windows(events, SlidingEventTimeWindows.Of(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1))),
        ["session"] = events => Windows(events, EventTimeSessionWindows.WithGap(TimeSpan.FromMilliseconds(500))),
        ["timers"] = events => events.KeyBy(e => e.Key).Process(new CountUntilQuiet()),
    };

    /// <summary>The names of the jobs there are.</summary>
    public static IEnumerable<string> Names => [.. Jobs.Keys, "join"];

    /// <summary>Runs a job on the synchronous driver.</summary>
    public static Outcome Run(string job, long events, long keys, AllocationMeter meter)
    {
        var sink = new ChecksumSink();
        new SynchronousDriver(GraphOf(job, events, keys, 1, sink, meter)).Run();
        meter.OnEnd();
        return sink.Outcome;
    }

    /// <summary>The graph of a job.</summary>
    public static JobGraph GraphOf(string job, long events, long keys, int parallelism, ChecksumSink sink, AllocationMeter? meter = null)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.SetParallelism(parallelism);
        if (job == "join")
        {
            Join(environment, events, keys, meter).SinkTo(sink);
            return environment.CreateJobGraph(job);
        }

        var source = environment.FromSource(
            EventSource.Of(events, keys, parallelism, meter), WatermarkStrategy.NoWatermarks<Event>(), "events");
        Jobs[job](source).SinkTo(sink);
        return environment.CreateJobGraph(job);
    }

    private static SingleOutputStreamOperator<Row> Stateless(DataStream<Event> events) => events
        .Filter(e => (e.Value & 1) != 0)
        .Map(e => new Row(e.Key, (e.Value * 3) + e.Key, e.TimestampMs, 0));

    private static SingleOutputStreamOperator<Row> Windows(DataStream<Event> events, WindowAssigner<TimeWindow> windows) => events
        .KeyBy(e => e.Key)
        .Window(windows)
        .Aggregate(new AddUp(), (key, window, result) => new Row(key, window.Start, result.Count, result.Sum));

    private static SingleOutputStreamOperator<Row> Join(
        StreamExecutionEnvironment environment, long events, long keys, AllocationMeter? meter)
    {
        var source = environment.FromSource(EventSource.SidesOf(events, keys, meter), WatermarkStrategy.NoWatermarks<Side>(), "events");
        var left = source.Filter(e => e.IsLeft).KeyBy(e => e.Event.Key);
        var right = source.Filter(e => !e.IsLeft).KeyBy(e => e.Event.Key);
        return left.IntervalJoin(right).Between(TimeSpan.FromMilliseconds(-5), TimeSpan.FromMilliseconds(5)).Process(new MakeRows());
    }
}
