namespace Akka.Flink.PostgreSql.Tests.Support;

/// <summary>A server that allows prepared transactions.</summary>
public sealed class PreparedServer : IDisposable
{
    private readonly PostgresServer _server = PostgresServer.With("max_prepared_transactions=64");

    public PostgresServer Server => _server;

    public string NewDatabase() => _server.NewDatabase();

    public void Dispose() => _server.Dispose();
}
