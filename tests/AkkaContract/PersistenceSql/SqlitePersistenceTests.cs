namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using Akka.Flink.AkkaContract.Tests.Persistence;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;
using Akka.Persistence.Sql;

/// <summary>The contract of persistence, kept by an SQLite file.</summary>
[Trait("promise", "persistence in SQLite")]
[Collection("SQLite")]
public sealed class SqlitePersistenceTests : PersistenceContract
{
    private readonly TemporaryFolder _folder;

    public SqlitePersistenceTests()
        : this(new TemporaryFolder())
    {
    }

    private SqlitePersistenceTests(TemporaryFolder folder)
        : base(SqlSystem.Defaults + SqlSystem.Configuration("SQLite.MS", $"Data Source={folder.File("akka.db")}"))
    {
        _folder = folder;
        SqlPersistence.Get(Sys);
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _folder.Dispose();
    }
}
