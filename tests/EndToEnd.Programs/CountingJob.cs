namespace Akka.Flink.EndToEnd.Programs;

using Akka.Flink.Connectors.DataGen;
using Akka.Flink.Connectors.Files;
using Akka.Flink.Formats;
using Akka.Flink.Sources;

/// <summary>Writes the numbers from 0 on, each with how many of its key there were, and throws where it is told to.</summary>
/// <remarks>Arguments: <c>--count N --output DIR --rate N [--throw-at N]</c>.</remarks>
public static class CountingJob
{
    public static async Task Main(string[] args)
    {
        var parameters = ParameterTool.FromArgs(args).Allow("count", "output", "rate", "throw-at");
        var throwAt = parameters.GetLong("throw-at", -1);
        var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
        env.EnableCheckpointing(TimeSpan.FromMilliseconds(200));
        var numbers = new GeneratorSource<long>(parameters.GetLong("count", 1_000), number => number);
        env.FromSource(numbers.WithRate(parameters.GetLong("rate", 10_000)), WatermarkStrategy
                .ForMonotonousTimestamps<long>()
                .WithTimestampAssigner((number, _) => number * 10), "numbers")
            .KeyBy(number => $"k{number % 7}")
            .Process(new Counting(throwAt)).Name("counting").Uid("counting")
            .SinkTo(FileSink.ForRecords(parameters.GetRequired("output"), JsonFormat.Of<Counted>()).Build()).Name("rows").Uid("rows");
        await env.ExecuteAsync("Counting");
    }
}
