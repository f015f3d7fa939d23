namespace Akka.Flink.Cluster.Programs;

using Akka.Flink.Connectors.Files;
using Akka.Flink.Formats;
using Akka.Flink.Sources;

/// <summary>Numbers by the hash of their account, each counted in the account's state: what two processes do beside one.</summary>
public static class RunningJob
{
    private const long Accounts = 1_000;

    public static async Task Main(string[] args)
    {
        var parameters = ParameterTool.FromArgs(args).Allow("count", "output");
        var count = parameters.GetLong("count", 1_000_000);
        var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
        env.FromSource(new GeneratorSource<long>(count, number => number), WatermarkStrategy.NoWatermarks<long>(), "numbers").Uid("numbers")
            .KeyBy(number => number % Accounts)
            .Process(new Book()).Name("book").Uid("book")
            .Filter(booking => booking.Count < 0)
            .SinkTo(FileSink.ForRecords(parameters.GetRequired("output"), JsonFormat.Of<Booking>()).Build()).Name("rows").Uid("rows");
        await env.ExecuteAsync("Running");
    }
}
