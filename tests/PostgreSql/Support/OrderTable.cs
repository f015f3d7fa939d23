namespace Akka.Flink.PostgreSql.Tests.Support;

using Akka.Flink.Connectors.PostgreSql;
using Npgsql;

/// <summary>A table of orders in a database of its own, and sinks into it.</summary>
internal sealed class OrderTable
{
    public OrderTable(PreparedServer server, string constraint = "")
        : this(server.Server, constraint)
    {
    }

    public OrderTable(PostgresServer server, string constraint = "")
    {
        Database = server.NewDatabase();
        Run($"CREATE TABLE orders (id bigint {constraint}, name text, amount numeric(12,2), at timestamptz, rating int)");
    }

    public string Database { get; }

    public long Count => (long)Ask("SELECT count(*) FROM orders")!;

    public long Distinct => (long)Ask("SELECT count(DISTINCT id) FROM orders")!;

    public long Prepared => (long)Ask("SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database()")!;

    public PostgreSqlSinkBuilder<Order> Sink => PostgreSqlSink.Builder<Order>()
        .ConnectionString(Database)
        .Table("orders")
        .Column("id", order => order.Id)
        .Column("name", order => order.Name)
        .Column("amount", order => order.Amount)
        .Column("at", order => order.At)
        .Column("rating", order => order.Rating);

    public object? Ask(string sql)
    {
        using var connection = new NpgsqlConnection(Database);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    public void Run(string sql) => PostgresServer.Execute(Database, sql);

    public string[] Rows(string sql) => PostgresServer.Rows(Database, sql);

    /// <summary>How many connections there are whose name begins so.</summary>
    public long Connections(string name) =>
        (long)Ask($"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '{name}%'")!;
}
