// Trades joined with the customer data that was current at their time: two streams, each out of order by up to a second.
using Akka.Flink;

var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);

var trades = env
    .FromElements(
        new Trade(1, "ann", 100m, 1_200),
        new Trade(2, "bob", 250m, 2_500),
        new Trade(3, "ann", 75m, 2_100),
        new Trade(4, "cid", 10m, 3_000),
        new Trade(5, "ann", 300m, 5_900))
    .AssignTimestampsAndWatermarks(WatermarkStrategy
        .ForBoundedOutOfOrderness<Trade>(TimeSpan.FromSeconds(1))
        .WithTimestampAssigner((trade, _) => trade.At));

var customers = env
    .FromElements(
        new Customer("ann", "silver", 0),
        new Customer("bob", "bronze", 2_000),
        new Customer("ann", "gold", 5_000))
    .AssignTimestampsAndWatermarks(WatermarkStrategy
        .ForBoundedOutOfOrderness<Customer>(TimeSpan.FromSeconds(1))
        .WithTimestampAssigner((customer, _) => customer.Since));

var enriched = (SingleOutputStreamOperator<EnrichedTrade>)EnrichTradesJob.Build(trades, customers);
enriched.Print();
enriched.GetSideOutput(EnrichTrades.Unmatched).Print("unmatched");

await env.ExecuteAsync("Enrich trades");
