namespace Akka.Flink.Runtime.Tests.Coordination;

using Akka.Actor;
using Akka.Configuration;
using Akka.Coordination;
using Akka.Flink.Runtime;
using Npgsql;

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlLeaseTests(PostgresServer server) : LeaseContract
{
    private readonly Lazy<string> _database = new(server.NewDatabase);

    protected override Config Database => ControlDatabaseLease.ConfigurationForPostgreSql(_database.Value);

    [PostgresFact]
    public async Task A_server_that_is_not_there_is_named_without_the_password()
    {
        const string Nowhere = "Host=127.0.0.1;Port=1;Database=flink;Username=u;Password=hidden";
        var quiet = ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF }");
        var system = ActorSystem.Create("test", quiet.WithFallback(ControlDatabaseLease.ConfigurationForPostgreSql(Nowhere)));

        var error = await Assert.ThrowsAsync<LeaseException>(
            () => LeaseProvider.Get(system).GetLease("test", ControlDatabaseLease.ConfigPath, "one").Acquire());
        await system.Terminate();

        Assert.Contains("database 'flink' on 127.0.0.1:1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.Message, StringComparison.Ordinal);
    }

    protected override void Execute(string sql) => PostgresServer.Execute(_database.Value, sql);

    protected override IDisposable LockLeases()
    {
        var connection = new NpgsqlConnection(_database.Value);
        connection.Open();
        using var command = new NpgsqlCommand("BEGIN; LOCK TABLE akka_flink_lease IN EXCLUSIVE MODE", connection);
        command.ExecuteNonQuery();
        return connection;
    }
}
