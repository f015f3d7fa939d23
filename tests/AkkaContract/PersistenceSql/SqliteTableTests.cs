namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;
using Akka.Persistence;

/// <summary>The tables that the plugins create in an SQLite file, column by column.</summary>
[Trait("promise", "tables in SQLite")]
[Collection("SQLite")]
public sealed class SqliteTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string DatabaseFile => _folder.File("akka.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Creates_the_tables_of_the_default_mapping()
    {
        await CreateTables("default", "delete-compatibility-mode = true");

        Assert.Equal(
            [
                "ordering|INTEGER|1", "created|BigInt|1", "deleted|Bit|1", "persistence_id|NVarChar(255)|1", "sequence_number|BigInt|1",
                "message|VarBinary|1", "manifest|NVarChar(500)|0", "identifier|INTEGER|0", "writer_uuid|NVarChar(128)|0",
            ],
            Columns("journal"));
        Assert.Equal(
            ["ordering_id|INTEGER|1", "tag|NVarChar(64)|1", "sequence_nr|INTEGER|1", "persistence_id|NVarChar(255)|1"], Columns("tags"));
        Assert.Equal(["persistence_id|NVarChar(255)|1", "sequence_number|BigInt|1"], Columns("journal_metadata"));
        Assert.Equal(
            [
                "persistence_id|NVarChar(255)|1", "sequence_number|BigInt|1", "created|BigInt|1", "snapshot|VarBinary|0",
                "manifest|NVarChar(500)|0", "serializer_id|INTEGER|0",
            ],
            Columns("snapshot"));
        Assert.Equal(
            [
                "journal|journal_created_idx", "journal|journal_sequence_number_idx", "journal|journal_uq",
                "snapshot|snapshot_created_idx", "snapshot|snapshot_sequence_number_idx",
                "tags|tags_persistence_id_sequence_nr_idx", "tags|tags_tag_idx",
            ],
            Rows("SELECT tbl_name, name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite%' ORDER BY 1, 2"));
    }

    [Fact]
    public async Task Creates_the_tables_of_the_older_sqlite_plugin()
    {
        await CreateTables("sqlite", "tag-write-mode = Csv");

        Assert.Equal(
            [
                "ordering|INTEGER|1", "timestamp|BigInt|1", "is_deleted|Bit|1", "persistence_id|NVarChar(255)|1", "sequence_nr|BigInt|1",
                "payload|VarBinary|1", "tags|NVarChar(100)|0", "manifest|NVarChar(500)|0", "serializer_id|INTEGER|0",
            ],
            Columns("event_journal"));
        Assert.Equal(
            [
                "persistence_id|NVarChar(255)|1", "sequence_nr|BigInt|1", "created_at|BigInt|1", "payload|VarBinary|0",
                "manifest|NVarChar(500)|0", "serializer_id|INTEGER|0",
            ],
            Columns("snapshot"));
    }

    [Fact]
    public async Task Writes_ahead_so_that_others_can_read_meanwhile()
    {
        await CreateTables("default", "");

        Assert.Equal(["wal"], Rows("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Opens_a_file_whose_tables_exist_without_creating_any()
    {
        await CreateTables("default", "");

        await using var system = SqlSystem.OnSqlite(DatabaseFile, extra: "auto-initialize = false");
        Assert.Equal(2, await system.Add(system.Start("a"), new TextEvent("2")));
    }

    [Fact]
    public async Task Keeps_both_plugins_in_one_memory_database()
    {
        await using var system = SqlSystem.OnSqlite($"memory-{Guid.NewGuid():N}", connection: "Mode=Memory;Cache=Shared");
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"));
        await actor.Ask<SaveSnapshotSuccess>(new Journaled.Snap(new TextEvent("state")), SqlSystem.Patience);
        await system.Add(actor, new TextEvent("2"));

        var seen = await system.Recover("a");

        Assert.Equal(new TextEvent("state"), seen.Snapshot);
        Assert.Equal([new TextEvent("2")], seen.Events);
    }

    private async Task CreateTables(string mapping, string extra)
    {
        await using var system = SqlSystem.OnSqlite(DatabaseFile, mapping, extra);
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"));
        await actor.Ask<SaveSnapshotSuccess>(new Journaled.Snap(new TextEvent("state")), SqlSystem.Patience);
    }

    private string[] Columns(string table) => Rows($"SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')");

    private string[] Rows(string sql)
    {
        using var probe = new SqliteProbe(DatabaseFile);
        return probe.Rows(sql);
    }
}
