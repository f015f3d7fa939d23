namespace Akka.Flink.Runtime.Tests.Coordination;

public sealed class SqlitePresenceTests : PresenceContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private protected override PresenceTable NewTable() => new SqliteControlDatabase(_folder.File("control.db")).Presence;
}
