namespace Akka.Flink.Cluster.Tests.Ledgers;

using Akka.Flink.Cluster.Tests.Support;
using Akka.Flink.Shared.Databases;
using Xunit.Abstractions;

/// <summary>A ledger whose nodes share a database on a server.</summary>
public class PostgreSqlLedgerTests(PostgresServer server, ITestOutputHelper output) : IClassFixture<PostgresServer>
{
    [PostgresFact]
    public Task A_worker_is_killed() =>
        new LedgerScenarios(new LedgerSetup { ConnectionString = server.NewDatabase() }, output).KillWorkerAsync(3);
}
