namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

/// <summary>A process that is killed, or whose disk runs full, while it persists.</summary>
[Collection("SQLite, long")]
public sealed class SqliteCrashTests : IDisposable
{
    private const int Small = 50;

    private readonly TemporaryFolder _folder = new();

    private string DatabaseFile => _folder.File("akka.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("promise", "kill -9")]
    public async Task Has_every_acknowledged_event_after_the_process_was_killed()
    {
        var safe = 0L;
        foreach (var run in Enumerable.Range(1, 3))
        {
            using var child = PersistingProcess.Start(_folder, DatabaseFile, Small);
            safe = child.ReadUntilSafe(safe + 300);
            safe = child.Kill(safe);
        }

        await using var system = SqlSystem.OnSqlite(DatabaseFile);
        var seen = await system.Recover(PersistingProcess.PersistenceId);

        Assert.True(seen.LastSequenceNr >= safe, $"{safe} events were acknowledged, {seen.LastSequenceNr} are there.");
        Assert.Equal(seen.LastSequenceNr, seen.Events.Length);
        Assert.Equal(Numbered(seen.Events.Length, Small), seen.Events.Cast<string>());
        Assert.Equal(["ok"], Integrity());
    }

    [SmallDiskFact]
    [Trait("promise", "full disk")]
    public async Task Fails_when_the_disk_is_full_and_keeps_what_was_acknowledged()
    {
        const int Large = 10_000;
        using var child = PersistingProcess.StartOnSmallDisk(_folder, DatabaseFile, Large);

        var (safe, failure) = child.ReadUntilFailed();

        Assert.Contains("Make room on the disk", failure, StringComparison.Ordinal);
        Assert.True(safe > 0, "Nothing was acknowledged before the disk was full.");

        await using var system = SqlSystem.OnSqlite(DatabaseFile);
        var seen = await system.Recover(PersistingProcess.PersistenceId);
        Assert.True(seen.LastSequenceNr >= safe, $"{safe} events were acknowledged, {seen.LastSequenceNr} are there.");
        Assert.Equal(seen.LastSequenceNr, seen.Events.Length);
        Assert.Equal(Numbered(seen.Events.Length, Large), seen.Events.Cast<string>());
        Assert.Equal(["ok"], Integrity());
    }

    [Fact]
    [Trait("promise", "replay of 1,000,000 events")]
    public async Task Replays_a_million_events()
    {
        const int Million = 1_000_000;
        await using (var system = SqlSystem.OnSqlite(DatabaseFile))
            await system.Add(system.Start("a"), new TextEvent("1"));

        using (var probe = new SqliteProbe(DatabaseFile))
        {
            probe.Execute(
                $"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {Million}) " +
                "INSERT INTO journal (created, deleted, persistence_id, sequence_number, message, manifest, identifier, writer_uuid) " +
                "SELECT j.created, 0, j.persistence_id, n.i, j.message, j.manifest, j.identifier, j.writer_uuid FROM n, journal j");
        }

        await using var again = SqlSystem.OnSqlite(DatabaseFile);
        var seen = await again.Look(again.Start("a"));

        Assert.Equal(Million, seen.Events.Length);
        Assert.Equal(Million, seen.LastSequenceNr);
    }

    /// <summary>What the process persists, in its order.</summary>
    private static IEnumerable<string> Numbered(int count, int size) =>
        Enumerable.Range(1, count).Select(number => $"{number} ".PadRight(size, 'x'));

    private string[] Integrity()
    {
        using var probe = new SqliteProbe(DatabaseFile);
        return probe.Rows("PRAGMA integrity_check");
    }
}
