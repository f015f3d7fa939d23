namespace Akka.Flink.Chaos.Programs;

using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Sources;

/// <summary>A ledger: transfers come from Kafka; each becomes a debit and a credit, which are booked to their accounts and written exactly
/// once. At the end of each period of event time there is a statement for each account that did something.</summary>
public static class LedgerJob
{
    public static async Task Main(string[] args)
    {
        var parameters = ParameterTool.FromArgs(args)
            .Allow("brokers", "transfers", "bookings", "statements", "period-ms", "interval-ms", "orders");
        var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
        env.EnableCheckpointing(TimeSpan.FromMilliseconds(parameters.GetLong("interval-ms", 1_000)));
        var statements = new OutputTag<Statement>("statements");
        var bookings = env
            .FromSource(Transfers(parameters), WatermarkStrategy
                .ForMonotonousTimestamps<Transfer>()
                .WithTimestampAssigner((transfer, _) => transfer.At), "transfers").Uid("transfers")
            .Map(new FailToOrder(parameters.GetRequired("orders"))).Name("fail to order").Uid("fail-to-order")
            .FlatMap(new Split()).Name("split").Uid("split")
            .KeyBy(entry => entry.Account)
            .Process(new Accounts(parameters.GetLong("period-ms", 2_000), statements)).Name("accounts").Uid("accounts");
        bookings.SinkTo(Topic<Booking>(parameters, "bookings", booking => $"{booking.Account}")).Name("bookings").Uid("bookings");
        bookings.GetSideOutput(statements)
            .SinkTo(Topic<Statement>(parameters, "statements", statement => $"{statement.Account}")).Name("statements").Uid("statements");
        await env.ExecuteAsync("Ledger");
    }

    private static KafkaSource<Transfer> Transfers(ParameterTool parameters) => KafkaSource.Builder<Transfer>()
        .BootstrapServers(parameters.GetRequired("brokers"))
        .Topics(parameters.GetRequired("transfers"))
        .StartingOffsets(OffsetsInitializer.Earliest)
        .ValueFormat(JsonFormat.Of<Transfer>())
        .Build();

    private static KafkaSink<T> Topic<T>(ParameterTool parameters, string name, Func<T, string?> key) => KafkaSink.Builder<T>()
        .BootstrapServers(parameters.GetRequired("brokers"))
        .Topic(parameters.GetRequired(name))
        .Key(key)
        .ValueFormat(JsonFormat.Of<T>())
        .DeliveryGuarantee(DeliveryGuarantee.ExactlyOnce)
        .TransactionalIdPrefix($"ledger-{name}")
        .Build();
}
