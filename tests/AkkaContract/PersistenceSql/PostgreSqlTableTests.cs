namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;
using Akka.Persistence;

/// <summary>The tables that the plugins create in PostgreSQL, column by column.</summary>
[Trait("promise", "tables in PostgreSQL")]
[Collection(PostgresTests.Name)]
public sealed class PostgreSqlTableTests(PostgresServer server)
{
    [PostgresFact]
    public async Task Creates_the_tables_of_the_default_mapping()
    {
        var database = server.NewDatabase();
        await CreateTables(database, "default", "delete-compatibility-mode = true");

        Assert.Equal(
            [
                "ordering|bigint|NO|", "created|bigint|NO|", "deleted|boolean|NO|", "persistence_id|character varying|NO|255",
                "sequence_number|bigint|NO|", "message|bytea|NO|", "manifest|character varying|YES|500", "identifier|integer|YES|",
                "writer_uuid|character varying|YES|128",
            ],
            Columns(database, "journal"));
        Assert.Equal(
            [
                "ordering_id|bigint|NO|", "tag|character varying|NO|64", "sequence_nr|bigint|NO|",
                "persistence_id|character varying|NO|255",
            ],
            Columns(database, "tags"));
        Assert.Equal(["persistence_id|character varying|NO|255", "sequence_number|bigint|NO|"], Columns(database, "journal_metadata"));
        Assert.Equal(
            [
                "persistence_id|character varying|NO|255", "sequence_number|bigint|NO|", "created|bigint|NO|", "snapshot|bytea|YES|",
                "manifest|character varying|YES|500", "serializer_id|integer|YES|",
            ],
            Columns(database, "snapshot"));
        Assert.Equal(
            [
                "PK_journal", "PK_journal_metadata", "PK_snapshot", "PK_tags", "journal_created_idx", "journal_sequence_number_idx",
                "journal_uq", "snapshot_created_idx", "snapshot_sequence_number_idx", "tags_persistence_id_sequence_nr_idx", "tags_tag_idx",
            ],
            PostgresServer.Rows(database, "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname COLLATE \"C\""));
    }

    [PostgresFact]
    public async Task Creates_the_tables_of_the_older_postgresql_plugin()
    {
        var database = server.NewDatabase();
        await CreateTables(database, "postgresql", "tag-write-mode = Csv");

        Assert.Equal(
            [
                "ordering|bigint|NO|", "created_at|bigint|NO|", "is_deleted|boolean|NO|", "persistence_id|character varying|NO|255",
                "sequence_nr|bigint|NO|", "payload|bytea|NO|", "tags|character varying|YES|100", "manifest|character varying|YES|500",
                "serializer_id|integer|YES|",
            ],
            Columns(database, "event_journal"));
        Assert.Equal("payload|bytea|YES|", Columns(database, "snapshot_store")[3]);
    }

    [PostgresFact]
    public async Task Puts_the_tables_into_the_configured_schema()
    {
        var database = server.NewDatabase();
        PostgresServer.Execute(database, "CREATE SCHEMA flink");
        await CreateTables(database, "default", "default.schema-name = flink");

        Assert.Equal(
            ["journal", "tags"], PostgresServer.Rows(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'flink' ORDER BY 1"));
    }

    [PostgresFact]
    public async Task Lets_several_nodes_create_the_tables_at_once()
    {
        var database = server.NewDatabase();
        var systems = Enumerable.Range(0, 4).Select(_ => new SqlSystem(SqlSystem.Configuration("PostgreSQL", database))).ToArray();

        var sequenceNrs = await Task.WhenAll(systems.Select((system, node) => system.Add(system.Start($"{node}"), new TextEvent("1"))));

        Assert.All(sequenceNrs, sequenceNr => Assert.Equal(1, sequenceNr));
        foreach (var system in systems)
            await system.DisposeAsync();
    }

    [PostgresFact]
    public async Task Keeps_to_the_configured_isolation_levels()
    {
        await using var system = new SqlSystem(SqlSystem.Configuration(
            "PostgreSQL", server.NewDatabase(), extra: "read-isolation-level = repeatable-read, write-isolation-level = serializable"));

        await system.Add(system.Start("a"), new TextEvent("1"));

        Assert.Equal([new TextEvent("1")], (await system.Recover("a")).Events);
    }

    private static async Task CreateTables(string database, string mapping, string extra)
    {
        await using var system = new SqlSystem(SqlSystem.Configuration("PostgreSQL", database, mapping, extra));
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"));
        await actor.Ask<SaveSnapshotSuccess>(new Journaled.Snap(new TextEvent("state")), SqlSystem.Patience);
    }

    private static string[] Columns(string database, string table) => PostgresServer.Rows(
        database,
        "SELECT column_name, data_type, is_nullable, character_maximum_length FROM information_schema.columns " +
        $"WHERE table_name = '{table}' ORDER BY ordinal_position");
}
