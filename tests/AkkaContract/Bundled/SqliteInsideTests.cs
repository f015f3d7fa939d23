namespace Akka.Flink.AkkaContract.Tests.Bundled;

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;
using Akka.Persistence.Sql;
using Akka.Serialization;

/// <summary>What the connections of the SQLite journal are like inside.</summary>
[Trait("promise", "connections to SQLite")]
[Collection("SQLite, long")]
public sealed class SqliteInsideTests : IDisposable
{
    /// <summary>Longer than the journal once waited for its last transaction, shorter than a transaction waits for a lock.</summary>
    private static readonly TimeSpan LongLock = TimeSpan.FromSeconds(12);

    private readonly TemporaryFolder _folder = new();

    private string DatabaseFile => _folder.File("akka.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 2)]
    [InlineData("?synchronous=full", 2)]
    [InlineData("?synchronous=normal", 1)]
    [InlineData("?synchronous=OFF", 0)]
    public void Commits_are_synced_as_the_uri_of_the_file_says(string query, long synchronous)
    {
        using var session = OpenSession($"Data Source=file:{DatabaseFile}{query}");

        Assert.Equal(synchronous, session.GetType().GetMethod("Query")!.Invoke(session, ["PRAGMA synchronous"]));
    }

    [Fact]
    public async Task Events_that_were_written_do_not_stay_in_memory()
    {
        await using var system = new SqlSystem(
            $"akka.actor.serializers.text = \"{typeof(RememberingSerializer).AssemblyQualifiedName}\"\n"
            + SqlSystem.Configuration("SQLite.MS", $"Data Source={DatabaseFile}"));
        await system.Add(system.Start("a"), new TextEvent("1"), new TextEvent("2"));

        var deadline = Stopwatch.StartNew();
        while (RememberingSerializer.Written.Any(written => written.TryGetTarget(out _)))
        {
            Assert.True(deadline.Elapsed < SqlSystem.Patience, "The bytes of an event were still there.");
            GC.Collect();
            await Task.Yield();
        }

        Assert.Equal(2, RememberingSerializer.Written.Count);
    }

    [Fact]
    public async Task The_end_of_the_system_waits_for_a_write_that_waits_for_a_lock()
    {
        var system = SqlSystem.OnSqlite(DatabaseFile);
        var actor = system.Start("a");
        await system.Add(actor, new TextEvent("1"));

        using (var other = new SqliteProbe(DatabaseFile))
        {
            other.Execute("BEGIN IMMEDIATE");
            var added = system.Add(actor, new TextEvent("2"));
            await Assert.ThrowsAsync<TimeoutException>(() => added.WaitAsync(TimeSpan.FromMilliseconds(300)));
            _ = system.Actors.Terminate();
            await Assert.ThrowsAsync<TimeoutException>(() => system.Actors.WhenTerminated.WaitAsync(LongLock));
            other.Execute("COMMIT");
        }

        await system.Actors.WhenTerminated.WaitAsync(SqlSystem.Patience);
        await using var again = SqlSystem.OnSqlite(DatabaseFile);
        Assert.Equal([new TextEvent("1"), new TextEvent("2")], (await again.Recover("a")).Events);
    }

    [Fact]
    public async Task A_journal_and_a_snapshot_store_that_start_in_one_file_do_not_wait_for_each_other()
    {
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var file = _folder.File($"{round}.db");
            var start = Stopwatch.GetTimestamp();
            await using (var system = SqlSystem.OnSqlite(file))
                await system.Add(system.Start("a"), new TextEvent("1"));
            var elapsed = Stopwatch.GetElapsedTime(start);
            fastest = elapsed < fastest ? elapsed : fastest;
        }

        Assert.True(fastest < TimeSpan.FromSeconds(0.9), $"The fastest of five starts took {fastest}: SQLite sleeps for a second.");
    }

    /// <summary>A connection as the journal and the snapshot store open theirs.</summary>
    private static IDisposable OpenSession(string connectionString)
    {
        var assembly = typeof(SqlPersistence).Assembly;
        var options = assembly.GetType("Akka.Persistence.Sql.Db.Sqlite.SqliteOptions", throwOnError: true)!
            .GetMethod("Parse", BindingFlags.Public | BindingFlags.Static)!
            .Invoke(null, [connectionString, "test"]);
        var session = assembly.GetType("Akka.Persistence.Sql.Db.Sqlite.SqliteSession", throwOnError: true)!;
        return (IDisposable)Activator.CreateInstance(session, options)!;
    }

    /// <summary>Knows, without keeping it, whether what it wrote is still there.</summary>
    private sealed class RememberingSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
    {
        public static ConcurrentBag<WeakReference<byte[]>> Written { get; } = [];

        public override int Identifier => 90_211;

        public override string Manifest(object o) => "";

        public override byte[] ToBinary(object obj)
        {
            var bytes = Encoding.UTF8.GetBytes(((TextEvent)obj).Text);
            Written.Add(new WeakReference<byte[]>(bytes));
            return bytes;
        }

        public override object FromBinary(byte[] bytes, string manifest) => new TextEvent(Encoding.UTF8.GetString(bytes));
    }
}
