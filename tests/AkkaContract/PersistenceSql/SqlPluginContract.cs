namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using System.Globalization;
using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;
using Akka.Persistence;
using Akka.Persistence.Journal;

/// <summary>What the journal and the snapshot store keep in a database, seen through actors and in the rows.</summary>
public abstract class SqlPluginContract
{
    /// <summary>How the database writes the truth.</summary>
    protected abstract string True { get; }

    /// <summary>Starts a system on the database of this test; each call on the same one.</summary>
    protected abstract SqlSystem Open(string extra = "", string mapping = "default");

    protected abstract string[] Rows(string sql);

    protected abstract void Execute(string sql);

    [DatabaseFact]
    public async Task Recovers_what_was_persisted_in_the_order_of_the_calls()
    {
        await using (var before = Open())
        {
            var actor = before.Start("a");
            await before.Add(actor, new TextEvent("1"));
            await actor.Ask<Journaled.Added>(new Journaled.AddAll([.. Numbered(2, 999)]), SqlSystem.Patience);
            await before.Add(actor, new TextEvent("1000"));
        }

        await using var after = Open();
        var seen = await after.Recover("a");

        Assert.Equal(Numbered(1, 1000), seen.Events);
        Assert.Equal(1000, seen.LastSequenceNr);
    }

    [DatabaseFact]
    public async Task Writes_the_columns_as_the_other_implementation_reads_them()
    {
        var before = DateTime.UtcNow.Ticks;
        await using var system = Open();
        await system.Add(system.Start("a"), new TextEvent("hello"), new ManifestlessEvent(65));
        var after = DateTime.UtcNow.Ticks;

        var rows = Rows("SELECT persistence_id, sequence_number, message, manifest, identifier FROM journal ORDER BY ordering");
        var type = $"{typeof(ManifestlessEvent).FullName}, {typeof(ManifestlessEvent).Assembly.GetName().Name}";
        Assert.Equal([$"a|1|hello|text|{TextEventSerializer.Id}", $"a|2|A|{type}|{ManifestlessSerializer.Id}"], rows);

        var created = long.Parse(Assert.Single(Rows("SELECT MAX(created) FROM journal")), CultureInfo.InvariantCulture);
        Assert.InRange(created, before, after);

        var writer = Assert.Single(Rows("SELECT DISTINCT writer_uuid FROM journal"));
        Assert.True(Guid.TryParseExact(writer, "N", out _), writer);
    }

    [DatabaseFact]
    public async Task Recovers_rows_that_another_program_has_written()
    {
        await using (Open())
        {
        }

        Execute(HandWritten(1, "hello", "NULL"));
        Execute(HandWritten(2, "world", "'0123456789abcdef0123456789abcdef'"));
        Execute(
            "INSERT INTO snapshot (persistence_id, sequence_number, created, snapshot, manifest, serializer_id) VALUES " +
            $"('b', 7, 638000000000000000, {Blob("state")}, 'text', {TextEventSerializer.Id})");

        await using var system = Open();
        var a = await system.Recover("a");
        var b = await system.Recover("b");

        Assert.Equal([new TextEvent("hello"), new TextEvent("world")], a.Events);
        Assert.Equal(new TextEvent("state"), b.Snapshot);
        Assert.Equal(7, b.LastSequenceNr);
    }

    [DatabaseFact]
    public async Task Deletes_all_but_the_highest_row_which_it_marks()
    {
        await using var system = Open();
        var actor = system.Start("a");
        await system.Add(actor, [.. Numbered(1, 5)]);

        await actor.Ask<DeleteMessagesSuccess>(new Journaled.DeleteTo(3), SqlSystem.Patience);

        Assert.Equal([$"3|{True}", "4|", "5|"], Deleted());
        Assert.Equal(Numbered(4, 2), (await system.Recover("a")).Events);
    }

    [DatabaseFact]
    public async Task Keeps_the_highest_sequence_number_when_all_events_are_deleted()
    {
        await using (var before = Open())
        {
            var actor = before.Start("a");
            await before.Add(actor, [.. Numbered(1, 5)]);
            await actor.Ask<DeleteMessagesSuccess>(new Journaled.DeleteTo(long.MaxValue), SqlSystem.Patience);
        }

        await using var after = Open();
        var again = after.Start("a");

        Assert.Empty((await after.Look(again)).Events);
        Assert.Equal(6, await after.Add(again, new TextEvent("6")));
    }

    [DatabaseFact]
    public async Task Keeps_the_highest_deleted_sequence_number_in_the_metadata_table_in_compatibility_mode()
    {
        await using var system = Open("delete-compatibility-mode = true");
        var actor = system.Start("a");
        await system.Add(actor, [.. Numbered(1, 5)]);

        await actor.Ask<DeleteMessagesSuccess>(new Journaled.DeleteTo(2), SqlSystem.Patience);
        await actor.Ask<DeleteMessagesSuccess>(new Journaled.DeleteTo(5), SqlSystem.Patience);
        Assert.Equal(["a|5"], Rows("SELECT persistence_id, sequence_number FROM journal_metadata"));

        await actor.GracefulStop(SqlSystem.Patience);
        Execute("DELETE FROM journal");
        Assert.Equal(5, (await system.Recover("a")).LastSequenceNr);
    }

    [DatabaseFact]
    public async Task Writes_a_row_for_each_tag_and_deletes_it_with_the_event()
    {
        await using var system = Open();
        var actor = system.Start("a");
        await system.Add(
            actor, new TextEvent("plain"), new Tagged(new TextEvent("both"), ["red", "blue"]), new Tagged(new TextEvent("one"), ["red"]));

        const string Tags =
            "SELECT t.tag, t.persistence_id, t.sequence_nr FROM tags t JOIN journal j ON j.ordering = t.ordering_id " +
            "AND j.sequence_number = t.sequence_nr ORDER BY 3, 1";
        Assert.Equal(["blue|a|2", "red|a|2", "red|a|3"], Rows(Tags));

        await actor.Ask<DeleteMessagesSuccess>(new Journaled.DeleteTo(2), SqlSystem.Patience);
        Assert.Equal(["red|a|3"], Rows("SELECT tag, persistence_id, sequence_nr FROM tags"));
        Assert.Equal([new TextEvent("one")], (await system.Recover("a")).Events);
    }

    [DatabaseFact]
    public async Task Writes_the_tags_into_one_column_where_the_mode_is_csv()
    {
        await using var system = Open("tag-write-mode = Csv");

        await system.Add(system.Start("a"), new TextEvent("plain"), new Tagged(new TextEvent("tagged"), ["red"]));

        Assert.Equal(["1|", "2|;red;"], Rows("SELECT sequence_number, tags FROM journal ORDER BY 1"));
    }

    [DatabaseFact]
    public async Task Rejects_only_the_event_that_cannot_be_serialized()
    {
        await using var system = Open();
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"));

        var answer = await actor.Ask<object>(new Journaled.Add(new TextEvent(TextEventSerializer.Poison)), SqlSystem.Patience);
        await system.Add(actor, new TextEvent("3"));

        Assert.IsType<Journaled.Rejected>(answer);
        Assert.Equal([new TextEvent("1"), new TextEvent("3")], (await system.Recover("a")).Events);
    }

    [DatabaseFact]
    public async Task Fails_a_second_writer_of_the_same_id_but_not_its_neighbours()
    {
        await using var first = Open();
        await using var second = Open();
        var early = first.Start("a");
        var late = second.Start("a");
        var neighbour = second.Start("b");
        await Task.WhenAll(first.Look(early), second.Look(late), second.Look(neighbour));

        await first.Add(early, new TextEvent("1"));
        var refused = late.Ask<object>(new Journaled.Add(new TextEvent("fenced")), SqlSystem.Patience);
        var accepted = Enumerable.Range(1, 20)
            .Select(number => neighbour.Ask<object>(new Journaled.Add(new TextEvent($"{number}")), SqlSystem.Patience))
            .ToArray();

        Assert.IsType<Journaled.Failed>(await refused);
        Assert.All(await Task.WhenAll(accepted), answer => Assert.IsType<Journaled.Added>(answer));
        Assert.Equal([new TextEvent("1")], (await first.Recover("a")).Events);
    }

    [DatabaseFact]
    public async Task Stores_a_snapshot_with_its_time_in_ticks_and_replays_only_what_came_after()
    {
        var before = DateTime.UtcNow.Ticks;
        await using var system = Open();
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"), new TextEvent("2"));
        await actor.Ask<SaveSnapshotSuccess>(new Journaled.Snap(new TextEvent("1+2")), SqlSystem.Patience);
        await system.Add(actor, new TextEvent("3"));

        Assert.Equal(
            [$"a|2|1+2|text|{TextEventSerializer.Id}"],
            Rows("SELECT persistence_id, sequence_number, snapshot, manifest, serializer_id FROM snapshot"));
        var created = long.Parse(Assert.Single(Rows("SELECT created FROM snapshot")), CultureInfo.InvariantCulture);
        Assert.InRange(created, before, DateTime.UtcNow.Ticks);

        var seen = await system.Recover("a");
        Assert.Equal(new TextEvent("1+2"), seen.Snapshot);
        Assert.Equal([new TextEvent("3")], seen.Events);
    }

    [DatabaseFact]
    public async Task Writes_over_a_snapshot_of_the_same_sequence_number()
    {
        await using var system = Open();
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"));

        await actor.Ask<SaveSnapshotSuccess>(new Journaled.Snap(new TextEvent("old")), SqlSystem.Patience);
        await actor.Ask<SaveSnapshotSuccess>(new Journaled.Snap(new TextEvent("new")), SqlSystem.Patience);

        Assert.Equal(["1|new"], Rows("SELECT sequence_number, snapshot FROM snapshot"));
    }

    [DatabaseFact]
    public async Task Keeps_the_order_of_each_of_many_actors_that_persist_at_once()
    {
        await using var system = Open();
        var actors = Enumerable.Range(0, 50).Select(number => system.Start($"many-{number}")).ToArray();

        await Task.WhenAll(actors.Select(actor => actor.Ask<Journaled.Added>(
            new Journaled.AddAll([.. Numbered(1, 200)]), SqlSystem.Patience)));

        foreach (var number in Enumerable.Range(0, actors.Length))
            Assert.Equal(Numbered(1, 200), (await system.Recover($"many-{number}")).Events);
    }

    [DatabaseFact]
    public async Task Says_which_key_bounds_the_writes_that_wait()
    {
        await using var system = Open("buffer-size = 1");
        var actors = Enumerable.Range(0, 200).Select(number => system.Start($"many-{number}")).ToArray();
        await Task.WhenAll(actors.Select(system.Look));

        var answers = await Task.WhenAll(actors.Select(actor => actor.Ask<object>(
            new Journaled.Add(new TextEvent(new string('x', 100_000))), SqlSystem.Patience)));

        var refused = answers.OfType<Journaled.Failed>().ToArray();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Contains("'akka.persistence.journal.sql.buffer-size'", answer.Cause.Message));
    }

    /// <summary>A text as a literal of the database's binary type.</summary>
    protected abstract string Blob(string text);

    protected static IEnumerable<object> Numbered(int first, int count) =>
        Enumerable.Range(first, count).Select(number => new TextEvent($"{number}"));

    private string HandWritten(int sequenceNr, string text, string writer) =>
        "INSERT INTO journal (created, deleted, persistence_id, sequence_number, message, manifest, identifier, writer_uuid) VALUES " +
        $"(638000000000000000, {(True == "1" ? "0" : "false")}, 'a', {sequenceNr}, {Blob(text)}, 'text', " +
        $"{TextEventSerializer.Id}, {writer})";

    private string[] Deleted() =>
        Rows($"SELECT sequence_number, CASE WHEN deleted = {(True == "1" ? "1" : "true")} THEN deleted END FROM journal ORDER BY 1");
}
