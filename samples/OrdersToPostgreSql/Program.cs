using Akka.Flink;
using Akka.Flink.Connectors.DataGen;
using Akka.Flink.Connectors.PostgreSql;
using Akka.Flink.Functions;
using Akka.Flink.Sources;
using Npgsql;

// Generated orders, with their customers' names looked up in a table, into PostgreSQL: each order once, and the total of each customer.
// The server must allow prepared transactions: max_prepared_transactions = 10 in postgresql.conf.
var parameters = ParameterTool.FromArgs(args).Allow("database", "orders", "rate", "sink");
var database = parameters.Get("database", "Host=localhost;Database=postgres;Username=postgres");
var exactlyOnce = parameters.Get("sink", "exactly-once") != "at-least-once";
Tables.Create(database);

var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
env.EnableCheckpointing(TimeSpan.FromSeconds(1));

var orders = env
    .FromSource(
        new GeneratorSource<Order>(parameters.GetLong("orders", 10_000), number => new Order(number, number % 7, 10 + (number % 90)))
            .WithRate(parameters.GetLong("rate", 5_000)),
        WatermarkStrategy.NoWatermarks<Order>(),
        "orders");

var customers = PostgreSqlLookup.Builder<long, string>()
    .ConnectionString(database)
    .Table("sample_customers")
    .Key("id")
    .Columns("name")
    .Row(row => row.GetString(0))
    .CacheMaxEntries(10_000)
    .CacheExpireAfterWrite(TimeSpan.FromMinutes(1))
    .Build();

var named = AsyncDataStream.OrderedWait(
    orders,
    customers.AsyncJoin<Order, NamedOrder>(order => order.CustomerId, (order, name) => new NamedOrder(order, name)),
    timeout: TimeSpan.FromSeconds(30));

var rows = PostgreSqlSink.Builder<NamedOrder>()
    .ConnectionString(database)
    .Table("sample_orders")
    .Column("id", order => order.Order.Id)
    .Column("customer", order => order.Customer)
    .Column("amount", order => order.Order.Amount);
named.SinkTo(exactlyOnce ? rows.BuildExactlyOnce("sample-orders") : rows.BuildAtLeastOnce()).Uid("orders");

orders
    .KeyBy(order => order.CustomerId)
    .Reduce((total, order) => total with { Amount = total.Amount + order.Amount })
    .SinkTo(PostgreSqlSink.Builder<Order>()
        .ConnectionString(database)
        .Table("sample_totals")
        .Column("customer_id", total => total.CustomerId)
        .Column("amount", total => total.Amount)
        .BuildUpsert("customer_id"))
    .Uid("totals");

await env.ExecuteAsync("Orders to PostgreSQL");

public sealed record Order(long Id, long CustomerId, decimal Amount);

public sealed record NamedOrder(Order Order, string? Customer);

public static class Tables
{
    public static void Create(string database)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        using var command = new NpgsqlCommand(
            """
            CREATE TABLE IF NOT EXISTS sample_customers (id bigint PRIMARY KEY, name text);
            INSERT INTO sample_customers VALUES (0, 'Ada'), (1, 'Bob'), (2, 'Cleo'), (3, 'Dan'), (4, 'Eve') ON CONFLICT DO NOTHING;
            CREATE TABLE IF NOT EXISTS sample_orders (id bigint, customer text, amount numeric(10, 2));
            CREATE TABLE IF NOT EXISTS sample_totals (customer_id bigint PRIMARY KEY, amount numeric(12, 2));
            """,
            connection);
        command.ExecuteNonQuery();
    }
}
