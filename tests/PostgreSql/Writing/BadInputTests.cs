namespace Akka.Flink.PostgreSql.Tests.Writing;

using Akka.Flink.Connectors.PostgreSql;
using Akka.Flink.PostgreSql.Tests.Support;
using Akka.Flink.Shared.Sinks;
using Npgsql;

[Collection(PostgresCollection.Name)]
public class BadInputTests(PreparedServer server)
{
    private const string Secret = "hunter2";

    private readonly OrderTable _table = PostgresBinaries.MissingReason is null ? new OrderTable(server) : null!;

    [PostgresFact]
    public void Names_a_server_that_is_not_there_without_the_password()
    {
        var place = new NpgsqlConnectionStringBuilder(_table.Database) { Port = 1, Password = Secret };
        var failure = Failure(Builder(place.ConnectionString).MaxRetries(0).BuildAtLeastOnce());

        Assert.Equal(ErrorDomain.External, failure.Domain);
        Assert.Contains($"PostgreSQL at 127.0.0.1:1/{place.Database} cannot be reached", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Names_a_user_that_the_server_does_not_know()
    {
        var place = new NpgsqlConnectionStringBuilder(_table.Database) { Username = "nobody", Password = Secret };
        var failure = Failure(Builder(place.ConnectionString).BuildAtLeastOnce());

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains("refuses the user: role \"nobody\" does not exist", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Names_a_database_that_is_not_there()
    {
        var place = new NpgsqlConnectionStringBuilder(_table.Database) { Database = "nowhere" };

        Assert.Contains(
            "no such database: database \"nowhere\" does not exist",
            Failure(Builder(place.ConnectionString).BuildExactlyOnce("bad")).Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Names_a_table_and_a_column_that_are_not_there()
    {
        Assert.Contains(
            "there is no table 'order'", Failure(Builder(_table.Database).Table("order").BuildAtLeastOnce()).Message,
            StringComparison.Ordinal);
        var failure = Failure(_table.Sink.Column("Rating", order => order.Rating).BuildUpsert("id"));
        Assert.Contains(
            "table orders in 127.0.0.1", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "has no column 'Rating'. Its columns are 'id', 'name', 'amount', 'at', 'rating'", failure.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Names_column_types_and_row_of_a_value_that_does_not_fit()
    {
        _table.Run("ALTER TABLE orders ADD quantity int");
        var sink = _table.Sink.Column("quantity", order => order.Id == 3 ? "three" : "1").BuildAtLeastOnce();

        var failure = Failure(sink, Order.Range(2, 5));

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains(
            "column 'quantity' of table orders is of type integer, and a String cannot be written to it (row id=2, timestamp 2000)",
            failure.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Names_the_constraint_and_the_row_that_breaks_it()
    {
        _table.Run("ALTER TABLE orders ADD CONSTRAINT small CHECK (id < 5), ALTER name SET NOT NULL, ADD UNIQUE (amount)");

        var tooLarge = Failure(_table.Sink.BuildAtLeastOnce(), Order.Range(2, 5));
        var withoutName = Failure(_table.Sink.BuildExactlyOnce("bad"), Order.Of(1), Order.Of(2) with { Name = null });
        var twice = Failure(_table.Sink.BuildAtLeastOnce(), Order.Of(1), Order.Of(2) with { Amount = 1.25m });

        Assert.Contains("constraint 'small'; Failing row contains (5, order 5", tooLarge.Message, StringComparison.Ordinal);
        Assert.Contains("COPY orders, line 4", tooLarge.Message, StringComparison.Ordinal);
        Assert.Contains("column 'name'", withoutName.Message, StringComparison.Ordinal);
        Assert.Contains("is there already (constraint 'orders_amount_key'; Key (amount)=(1.25)", twice.Message, StringComparison.Ordinal);
        Assert.Contains("use BuildUpsert", twice.Message, StringComparison.Ordinal);
        Assert.All([tooLarge, withoutName, twice], failure => Assert.Equal(ErrorDomain.Definition, failure.Domain));
        Assert.Equal(0, _table.Count);
    }

    [PostgresFact]
    public void Names_the_record_whose_statement_is_refused()
    {
        _table.Run("ALTER TABLE orders ADD CONSTRAINT small CHECK (id < 5)");
        var sink = PostgreSqlSink.Builder<Order>().ConnectionString(_table.Database)
            .Statement("INSERT INTO orders (id) VALUES ($1)", (parameters, order) => parameters.Add(order.Id)).BuildAtLeastOnce();

        var failure = Failure(sink, Order.Range(2, 5));

        Assert.Contains("(timestamp 5000; constraint 'small'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, _table.Count);
    }

    [PostgresFact]
    public void Names_the_statement_to_run_when_the_user_may_not_make_the_sinks_table()
    {
        _table.Run("CREATE ROLE writer LOGIN; GRANT INSERT, SELECT ON orders TO writer; REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        var place = new NpgsqlConnectionStringBuilder(_table.Database) { Username = "writer" };

        var failure = Failure(Builder(place.ConnectionString).BuildExactlyOnce("bad"));

        Assert.Contains(
            "Run 'CREATE TABLE IF NOT EXISTS \"public\".\"akka_flink_commits\" (epoch text", failure.Message, StringComparison.Ordinal);
        _table.Run("DROP OWNED BY writer; DROP ROLE writer");
    }

    [PostgresFact]
    public void A_function_that_throws_is_named_with_its_column_and_record()
    {
        var sink = _table.Sink.Column("x", order => order.Id / (order.Id - 3)).BuildAtLeastOnce();
        _table.Run("ALTER TABLE orders ADD x bigint");

        var failure = Failure(sink, Order.Range(2, 5));

        Assert.Equal(ErrorDomain.Function, failure.Domain);
        Assert.Contains(
            "the value of column 'x' failed on the record of 3000: DivideByZeroException", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_is_missing_or_does_not_go_together()
    {
        var builder = PostgreSqlSink.Builder<Order>();

        Assert.Contains("Call ConnectionString", Message(() => builder.BuildAtLeastOnce()), StringComparison.Ordinal);
        builder.ConnectionString("Host=db");
        Assert.Contains("Call Table or Statement", Message(() => builder.BuildAtLeastOnce()), StringComparison.Ordinal);
        builder.Table("orders");
        Assert.Contains("Call Column", Message(() => builder.BuildAtLeastOnce()), StringComparison.Ordinal);
        builder.Column("id", order => order.Id);
        Assert.Contains("Column 'id' was given twice", Message(() => builder.Column("id", order => order.Id)), StringComparison.Ordinal);
        Assert.Contains("BuildUpsert with at least one", Message(() => builder.BuildUpsert()), StringComparison.Ordinal);
        Assert.Contains("'Id' of a PostgreSQL sink is not among", Message(() => builder.BuildUpsert("Id")), StringComparison.Ordinal);
        Assert.Contains("MaxRetries 2", Message(() => builder.MaxRetries(2).BuildExactlyOnce("x")), StringComparison.Ordinal);
        Assert.Contains(
            "no key to delete by", Message(() => builder.DeleteWhen(order => true).BuildAtLeastOnce()), StringComparison.Ordinal);
        builder.Statement("DELETE FROM orders WHERE id = $1", (parameters, order) => parameters.Add(order.Id));
        Assert.Contains("both a statement and a table", Message(() => builder.BuildAtLeastOnce()), StringComparison.Ordinal);
        Assert.Contains("with a statement was built with BuildUpsert", Message(() => builder.BuildUpsert("id")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Pasword=hunter2")]
    [InlineData("Host=db;Port=many;Password=hunter2")]
    [InlineData("Database=shop;Password=hunter2")]
    public void A_connection_string_that_cannot_be_read_is_not_shown(string connectionString)
    {
        var failure = Assert.Throws<JobException>(() => PostgreSqlSink.Builder<Order>().ConnectionString(connectionString));

        Assert.Contains("cannot be read", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_setting_that_makes_no_sense()
    {
        var sink = PostgreSqlSink.Builder<Order>().ConnectionString("Host=db").Table("orders").Column("id", order => order.Id)
            .BuildExactlyOnce("orders");

        Assert.Contains(
            "'akka.flink.connectors.postgresql.lost-transactions' is 'ignore'. Set it to 'fail' or 'report'",
            Message(() => sink.Configure(new Given((PostgreSqlSettings.LostTransactionsKey, "ignore")))), StringComparison.Ordinal);
        Assert.Equal("orders at db:5432/", sink.ResultLocation);
    }

    private static PostgreSqlSinkBuilder<Order> Builder(string database) =>
        PostgreSqlSink.Builder<Order>().ConnectionString(database).Table("orders").Column("id", order => order.Id);

    private static JobException Failure(PostgreSqlSink<Order> sink, params IEnumerable<Order> orders) => Assert.Throws<JobException>(() =>
    {
        using var run = new SinkRun(sink);
        run.Open().Write(orders).Prepare();
    });

    private static string Message(Action action) => Assert.Throws<JobException>(action).Message;
}
