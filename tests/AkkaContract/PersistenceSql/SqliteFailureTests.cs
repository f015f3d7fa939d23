namespace Akka.Flink.AkkaContract.Tests.PersistenceSql;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

/// <summary>A file that is locked, damaged or out of reach.</summary>
[Trait("promise", "locked, damaged or missing database")]
[Collection("SQLite")]
public sealed class SqliteFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string DatabaseFile => _folder.File("akka.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Waits_for_a_lock_that_another_program_holds()
    {
        await using var system = SqlSystem.OnSqlite(DatabaseFile);
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"));
        Task<object> added;

        using (var other = new SqliteProbe(DatabaseFile))
        {
            other.Execute("BEGIN IMMEDIATE");
            added = Add(actor, "2");
            await Assert.ThrowsAsync<TimeoutException>(() => added.WaitAsync(TimeSpan.FromMilliseconds(500)));
            other.Execute("COMMIT");
        }

        Assert.IsType<Journaled.Added>(await added);
        Assert.Equal([new TextEvent("1"), new TextEvent("2")], (await system.Recover("a")).Events);
    }

    [Fact]
    public async Task Fails_when_the_lock_is_held_for_longer_than_the_timeout()
    {
        await using var system = SqlSystem.OnSqlite(DatabaseFile, connection: "Default Timeout=1");
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"));

        using (var other = new SqliteProbe(DatabaseFile))
        {
            other.Execute("BEGIN IMMEDIATE");
            var failed = Assert.IsType<Journaled.Failed>(await Add(actor, "2"));
            Assert.Contains(DatabaseFile, failed.Cause.Message, StringComparison.Ordinal);
            Assert.Contains("Default Timeout", failed.Cause.Message, StringComparison.Ordinal);
            other.Execute("ROLLBACK");
        }

        Assert.Equal([new TextEvent("1")], (await system.Recover("a")).Events);
        Assert.Equal(2, await system.Add(system.Start("a"), new TextEvent("2")));
    }

    [Fact]
    public async Task Says_that_a_file_is_no_database()
    {
        await File.WriteAllTextAsync(DatabaseFile, new string('?', 10_000));
        await using var system = SqlSystem.OnSqlite(DatabaseFile);

        var failure = await RecoveryFailure(system);

        Assert.Contains(DatabaseFile, failure.Message, StringComparison.Ordinal);
        Assert.Contains("no SQLite database", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_folder_is_missing()
    {
        await using var system = SqlSystem.OnSqlite(_folder.File("missing/akka.db"));

        var failure = await RecoveryFailure(system);

        Assert.Contains("missing/akka.db", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("full")]
    [InlineData("normal")]
    [InlineData("OFF")]
    public async Task Takes_an_option_in_the_uri_of_the_file_for_no_part_of_its_name(string synchronous)
    {
        await using var system = SqlSystem.OnSqlite($"file:{DatabaseFile}?synchronous={synchronous}");
        var actor = system.Start("a");

        Assert.Equal(1, await system.Add(actor, new TextEvent("1")));
        Assert.True(File.Exists(DatabaseFile), $"synchronous={synchronous} was taken for a part of the file's name.");
    }

    private static Task<object> Add(IActorRef actor, string text) =>
        actor.Ask<object>(new Journaled.Add(new TextEvent(text)), SqlSystem.Patience);

    private static async Task<Exception> RecoveryFailure(SqlSystem system)
    {
        var failure = new TaskCompletionSource<Exception>();
        var actor = system.Actors.ActorOf(Props.Create(() => new FailedRecovery("a", failure)));
        var cause = await failure.Task.WaitAsync(SqlSystem.Patience);
        await actor.WatchAsync().WaitAsync(SqlSystem.Patience);
        return cause;
    }
}
