// The clickstream job over files: generates clicks, counts page views in five-minute windows exactly once, prints the top pages.
// Stop it with Ctrl-C and start it again: it goes on where it was. Arguments: --dir DIR --events N --seed N --rate EVENTS_PER_SECOND
using System.Text.Json;
using Akka.Flink;
using Akka.Flink.Connectors.DataGen;
using Akka.Flink.Connectors.Files;
using Akka.Flink.Formats;
using Akka.Flink.Sources;
using Akka.Flink.Windowing;

var parameters = ParameterTool.FromArgs(args).Allow("dir", "events", "seed", "rate");
var run = DemoRun.Next(parameters.Get("dir", "clickstream-demo"));
var clicks = ClickFiles.Generate(run.Folder, parameters.GetLong("events", 2_000_000), parameters.GetLong("seed", 1));
var rate = parameters.GetLong("rate", 0);

var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
env.EnableCheckpointing(TimeSpan.FromSeconds(1));

ISource<Click> source = FileSource.ForRecords(JsonFormat.Of<Click>(JsonNamingPolicy.SnakeCaseLower), clicks).Build();
if (rate > 0)
    source = source.WithRate(rate);

env.FromSource(source, WatermarkStrategy
        .ForBoundedOutOfOrderness<Click>(TimeSpan.FromSeconds(5))
        .WithTimestampAssigner((click, _) => click.EventTime.ToUnixTimeMilliseconds()), "clicks")
    .Filter(click => click.EventType == "page_view").Name("page-views")
    .KeyBy(click => click.PageUrl)
    .Window(TumblingEventTimeWindows.Of(TimeSpan.FromMinutes(5)))
    .AllowedLateness(TimeSpan.FromMinutes(1))
    .Aggregate(new CountViews(), (page, window, count) => new PageViews(page, window.Start, count.Count, count.Users))
    .Name("views-per-page").Uid("views-per-page")
    .SinkTo(FileSink.ForRecords(run.Results, JsonFormat.Of<PageViews>(JsonNamingPolicy.SnakeCaseLower)).Build())
    .Name("results").Uid("results");

await env.ExecuteAsync($"Clickstream over files {run.Number}");

run.PrintTopPages(10);

public sealed record Click(string PageUrl, string UserId, string EventType, DateTimeOffset EventTime);
public sealed record PageViews(string PageUrl, long WindowStart, long ViewCount, int UniqueUsers);
public sealed record Views(long Count, int Users);

public sealed class CountViews : IAggregateFunction<Click, CountViews.Accumulator, Views>
{
    public sealed class Accumulator
    {
        public long Count { get; set; }
        public HashSet<string> Users { get; set; } = [];
    }

    public Accumulator CreateAccumulator() => new();

    public Accumulator Add(Click click, Accumulator accumulator)
    {
        accumulator.Count++;
        accumulator.Users.Add(click.UserId);
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
