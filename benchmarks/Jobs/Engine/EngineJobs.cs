namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Operators;

/// <summary>The jobs through the public API, on the synchronous driver.</summary>
internal static class EngineJobs
{
    private static readonly Dictionary<string, Func<DataStream<Event>, DataStream<Row>>> Jobs = new()
    {
        ["stateless"] = Stateless,
        ["running"] = events => events.KeyBy(e => e.Key).Process(new RunningSums()),
        ["timers"] = events => events.KeyBy(e => e.Key).Process(new CountUntilQuiet()),
    };

    /// <summary>The names of the jobs there are.</summary>
    public static IEnumerable<string> Names => Jobs.Keys;

    /// <summary>Runs a job.</summary>
    public static Outcome Run(string job, long events, long keys)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var sink = new ChecksumSink();
        var source = environment.FromSource(EventSource.Of(events, keys), WatermarkStrategy.NoWatermarks<Event>(), "events");
        Jobs[job](source).SinkTo(sink);
        new SynchronousDriver(environment.CreateJobGraph(job)).Run();
        return sink.Outcome;
    }

    private static SingleOutputStreamOperator<Row> Stateless(DataStream<Event> events) => events
        .Filter(e => (e.Value & 1) != 0)
        .Map(e => new Row(e.Key, (e.Value * 3) + e.Key, e.TimestampMs, 0));
}
