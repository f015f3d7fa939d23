namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using Akka.Persistence.Sql;

/// <summary>The defaults that the plugins bring along.</summary>
[Trait("promise", "persistence configuration")]
[Collection("SQLite")]
public sealed class SqlConfigurationTests
{
    [Fact]
    public void Brings_the_defaults_of_both_plugins()
    {
        var defaults = SqlPersistence.DefaultConfiguration;

        Assert.Equal(100, defaults.GetInt("akka.persistence.journal.sql.batch-size"));
        Assert.Equal("snapshot", defaults.GetString("akka.persistence.snapshot-store.sql.default.snapshot.table-name"));
    }

    [Fact]
    public void Knows_the_columns_of_the_older_plugins()
    {
        var journal = SqlPersistence.DefaultJournalConfiguration;

        Assert.Equal("is_deleted", journal.GetString("postgresql.journal.columns.deleted"));
        Assert.Equal("timestamp", journal.GetString("sqlite.journal.columns.created"));
        Assert.Equal("payload", SqlPersistence.DefaultSnapshotConfiguration.GetString("sqlite.snapshot.columns.snapshot"));
    }

    [Fact]
    public void Reads_null_as_no_schema_and_no_serializer()
    {
        var journal = SqlPersistence.DefaultJournalConfiguration;

        Assert.Null(journal.GetString("default.schema-name"));
        Assert.Null(journal.GetString("serializer"));
    }
}
