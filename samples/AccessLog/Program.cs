// Page views and distinct visitors for each page in five-minute windows, from a web server's combined access log, exactly once.
//   ./akka-flink run AccessLog -- --input FILE|DIR --output DIR [--rate LINES_PER_SECOND]
using Akka.Flink;
using Akka.Flink.Connectors.DataGen;
using Akka.Flink.Connectors.Files;
using Akka.Flink.Formats;
using Akka.Flink.Sources;
using Akka.Flink.Windowing;

var parameters = ParameterTool.FromArgs(args).Allow("input", "output", "rate");
var (input, output, rate) = (parameters.GetRequired("input"), parameters.GetRequired("output"), parameters.GetLong("rate", 0));

var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
env.EnableCheckpointing(TimeSpan.FromSeconds(10));

ISource<AccessLine> log = FileSource.ForRecords(new AccessLogFormat(), input).Build();
if (rate > 0)
    log = log.WithRate(rate);

env.FromSource(log, WatermarkStrategy
        .ForBoundedOutOfOrderness<AccessLine>(TimeSpan.FromSeconds(60))
        .WithTimestampAssigner((line, _) => line.TimeMs), "access-log")
    .Filter(line => line.IsPageView).Name("page-views")
    .KeyBy(line => line.Path)
    .Window(TumblingEventTimeWindows.Of(TimeSpan.FromMinutes(5)))
    .Aggregate(new CountViews(), (page, window, views) => new PageViews(page, window.Start, views.Count, views.Users))
    .Name("views-per-page").Uid("views-per-page")
    .SinkTo(FileSink.ForRecords(output, JsonFormat.Of<PageViews>()).Build()).Name("rows").Uid("rows");

await env.ExecuteAsync("Access log");

public sealed record PageViews(string PageUrl, long WindowStart, long ViewCount, int UniqueUsers);
public sealed record Views(long Count, int Users);

public sealed class CountViews : IAggregateFunction<AccessLine, CountViews.Accumulator, Views>
{
    public sealed class Accumulator
    {
        public long Count { get; set; }
        public HashSet<string> Users { get; set; } = [];
    }

    public Accumulator CreateAccumulator() => new();

    public Accumulator Add(AccessLine line, Accumulator accumulator)
    {
        accumulator.Count++;
        accumulator.Users.Add(line.Client);
        return accumulator;
    }

    public Views GetResult(Accumulator accumulator) => new(accumulator.Count, accumulator.Users.Count);

    public Accumulator Merge(Accumulator left, Accumulator right)
    {
        left.Count += right.Count;
        left.Users.UnionWith(right.Users);
        return left;
    }
}
