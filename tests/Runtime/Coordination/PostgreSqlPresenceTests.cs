namespace Akka.Flink.Runtime.Tests.Coordination;

[Collection(PostgresTests.Name)]
public sealed class PostgreSqlPresenceTests(PostgresServer server) : PresenceContract
{
    private protected override PresenceTable NewTable() => new PostgreSqlControlDatabase(server.NewDatabase()).Presence;
}
