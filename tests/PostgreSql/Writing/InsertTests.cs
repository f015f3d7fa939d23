namespace Akka.Flink.PostgreSql.Tests.Writing;

using Akka.Flink.Connectors.PostgreSql;
using Akka.Flink.PostgreSql.Tests.Support;
using Akka.Flink.Sources;

[Collection(PostgresCollection.Name)]
public class InsertTests(PreparedServer server)
{
    private readonly OrderTable _table = PostgresBinaries.MissingReason is null ? new OrderTable(server) : null!;

    [PostgresFact]
    public async Task A_bounded_job_writes_all_rows_whichever_way()
    {
        PostgreSqlSink<Order>[] sinks =
        [
            _table.Sink.BatchSize(17).BuildAtLeastOnce(), _table.Sink.BatchSize(17).BuildExactlyOnce("bounded"),
            Statements().BatchSize(17).BuildAtLeastOnce(), Statements().BatchSize(17).BuildExactlyOnce("statements"),
        ];
        foreach (var sink in sinks)
        {
            _table.Run("TRUNCATE orders");
            var env = StreamExecutionEnvironment.GetExecutionEnvironment();
            env.FromSource(new GeneratorSource<Order>(1000, id => Order.Of(id)), WatermarkStrategy.NoWatermarks<Order>(), "orders")
                .SinkTo(sink);

            await env.ExecuteAsync("orders");

            Assert.Equal((1000, 1000, 0), (_table.Count, _table.Distinct, _table.Prepared));
            Assert.Equal(
                ["3|order 3|3.75|3|", "4|order 4|5.00|4|4"],
                _table.Rows(
                    "SELECT id, name, amount::text, extract(epoch FROM at)::int, rating FROM orders WHERE id IN (3, 4) ORDER BY id"));
        }
    }

    [PostgresFact]
    public void Sends_what_does_not_fill_a_batch_after_the_interval()
    {
        using var run = new SinkRun(_table.Sink.BatchInterval(TimeSpan.FromMilliseconds(20)).BuildAtLeastOnce()).Open();

        run.Write(Order.Range(0, 3));

        Assert.True(SpinWait.SpinUntil(() => _table.Count == 3, TimeSpan.FromSeconds(20)), "The rows were not sent.");
    }

    [PostgresFact]
    public async Task Takes_no_more_while_two_batches_wait_and_says_when_it_does_again()
    {
        using var run = new SinkRun(_table.Sink.BatchSize(1).BuildAtLeastOnce()).Open();
        await using (await PostgresServer.Lock(_table.Database, "orders", "ACCESS EXCLUSIVE"))
        {
            Assert.True(run.Writer.IsWritable);
            run.Write(Order.Range(0, 2));
            Assert.False(run.Writer.IsWritable);
            Assert.False(run.Writer.WaitAsync(CancellationToken.None).IsCompleted);
        }

        Assert.True(SpinWait.SpinUntil(() => run.Writer.IsWritable, TimeSpan.FromSeconds(20)));
        run.Prepare();
        Assert.Equal(2, _table.Count);
    }

    [PostgresFact]
    public void A_statement_may_do_what_it_likes_with_rows_that_are_there()
    {
        _table.Run("ALTER TABLE orders ADD PRIMARY KEY (id)");
        var sink = PostgreSqlSink.Builder<Order>().ConnectionString(_table.Database).Statement(
            "INSERT INTO orders (id, name) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET name = orders.name || '+' || EXCLUDED.name",
            (parameters, order) => parameters.Add(order.Id).Add(order.Name)).BuildExactlyOnce("statement");
        using var run = new SinkRun(sink).Open();

        run.Write(Order.Of(1, "a"), Order.Of(1, "b"), Order.Of(2, null) with { Name = null }, Order.Of(1, "c"));
        run.Commit(run.Prepare());
        run.Write(Order.Of(1, "d"));
        run.Commit(run.Prepare());

        Assert.Equal(["1|a+b+c+d", "2|"], _table.Rows("SELECT id, name FROM orders ORDER BY id"));
    }

    private PostgreSqlSinkBuilder<Order> Statements() => PostgreSqlSink.Builder<Order>().ConnectionString(_table.Database).Statement(
        "INSERT INTO orders (id, name, amount, at, rating) VALUES ($1, $2, $3, $4, $5)",
        (parameters, order) => parameters.Add(order.Id).Add(order.Name).Add(order.Amount).Add(order.At).Add(order.Rating));
}
