namespace Akka.Flink.Cluster.Tests.Ledgers;

using Akka.Flink.Shared.Databases;
using Xunit.Abstractions;

[Trait("run", "full")]
public class PostgreSqlLedgerMatrixTests(PostgresServer server, ITestOutputHelper output)
    : LedgerMatrix(server.NewDatabase, output), IClassFixture<PostgresServer>;
