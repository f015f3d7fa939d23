namespace Akka.Flink.Cluster.Programs;

using Akka.Flink.Connectors.DataGen;
using Akka.Flink.Connectors.Files;
using Akka.Flink.Formats;
using Akka.Flink.Sources;

/// <summary>A ledger: numbers, each booked once to the account that it belongs to, with how many bookings the account has by then. Who
/// reads the rows can tell whether one is missing or was counted twice.</summary>
/// <remarks>Beside the rows each subtask notes what it has read, also what comes to nothing later: <c>--reads</c>.</remarks>
public static class LedgerJob
{
    public static async Task Main(string[] args)
    {
        var parameters = ParameterTool.FromArgs(args).Allow("count", "rate", "accounts", "output", "reads", "interval-ms");
        var accounts = parameters.GetLong("accounts", 100);
        var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
        env.EnableCheckpointing(TimeSpan.FromMilliseconds(parameters.GetLong("interval-ms", 500)));
        var numbers = new DataGeneratorSource<long>(number => number, parameters.GetLong("count", 100_000));
        env.FromSource(
                numbers.WithRate(parameters.GetLong("rate", 20_000)), WatermarkStrategy.NoWatermarks<long>(), "numbers").Uid("numbers")
            .Map(new NoteReads(parameters.GetRequired("reads"))).Name("note reads").Uid("note-reads")
            .KeyBy(number => number % accounts)
            .Process(new Book()).Name("book").Uid("book")
            .SinkTo(FileSink.ForRecords(parameters.GetRequired("output"), JsonFormat.Of<Booking>()).Build()).Name("rows").Uid("rows");
        await env.ExecuteAsync("Ledger");
    }
}
