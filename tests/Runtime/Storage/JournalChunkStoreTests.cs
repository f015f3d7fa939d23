namespace Akka.Flink.Runtime.Tests.Storage;

using Akka.Actor;
using Akka.Configuration;
using Akka.Flink.Runtime.Tests.Storage.Support;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

public sealed class JournalChunkStoreTests(ITestOutputHelper output) : ChunkStoreContract(output)
{
    private static readonly SegmentId Segment = new("s-1-1-1-1-1");

    private EmbeddedStorage? _storage;
    private ActorSystem? _system;

    private protected override double LeastSpeed => 0.02;

    private protected override string Kind => "journal";

    private string Database => Path.Combine(Folder, "state.db");

    private protected override Task<IChunkStore> OpenAsync(string folder, NodeBudget budget)
    {
        _storage = EmbeddedStorage.Open(folder);
        var quiet = ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF }");
        _system = ActorSystem.Create("store", quiet.WithFallback(_storage.Config));
        return Task.FromResult<IChunkStore>(new JournalChunkStore(_system, budget));
    }

    private protected override async Task CloseAsync()
    {
        await _system!.Terminate();
        _storage!.Dispose();
    }

    private protected override Task DamageAsync(SegmentId segment, long number)
    {
        var message = (byte[])Query($"SELECT message FROM journal WHERE persistence_id = '{segment}' AND sequence_number = {number}")!;
        message[message.Length / 2] ^= 1;
        Query($"UPDATE journal SET message = $bytes WHERE persistence_id = '{segment}' AND sequence_number = {number}", message);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Names_a_chunk_that_is_missing_in_the_middle()
    {
        await Chunks.WriteAsync(Store, Segment, 20);
        Query($"DELETE FROM journal WHERE persistence_id = '{Segment}' AND sequence_number = 7");

        var failure = await Assert.ThrowsAsync<StorageException>(() => Chunks.ReadAsync(Store, Segment, 1, 20));

        Assert.Contains($"Chunk 7 of segment '{Segment}' is missing", failure.Message);
    }

    [Fact]
    public async Task Leaves_a_journal_in_memory_what_it_keeps()
    {
        var config = ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF }")
            .WithFallback(JournalChunkStore.DefaultConfig).WithFallback(Akka.Persistence.Persistence.DefaultConfig());
        using var system = ActorSystem.Create("memory", config);
        var store = new JournalChunkStore(system, new NodeBudget(), "akka.persistence.journal.inmem");

        await Chunks.WriteAsync(store, Segment, 24, _ => 255 << 10);

        await Chunks.AssertReadableAsync(store, Segment, 1, 24, _ => 255 << 10);
        await system.Terminate();
    }

    [Fact]
    public async Task Leaves_no_bytes_of_a_deleted_segment()
    {
        await Chunks.WriteAsync(Store, Segment, 200, _ => 3000);

        await Store.DeleteAsync(Segment, CancellationToken.None);

        Assert.Equal(0L, Query($"SELECT SUM(LENGTH(message)) FROM journal WHERE persistence_id = '{Segment}'"));
        Assert.Equal(1L, Query($"SELECT COUNT(*) FROM journal WHERE persistence_id = '{Segment}'"));
    }

    [Fact]
    public async Task Keeps_the_list_of_segments_short()
    {
        for (var round = 0; round < 30; round++)
        {
            var segments = Enumerable.Range(1, 20).Select(number => new SegmentId($"s-1-{round}-0-{number}-1")).ToList();
            await Task.WhenAll(segments.Select(segment => Chunks.WriteAsync(Store, segment, 1, _ => 10)));
            await Task.WhenAll(segments.Select(segment => Store.DeleteAsync(segment, CancellationToken.None)));
        }

        await Chunks.WriteAsync(Store, Segment, 1);
        await ReopenAsync(new NodeBudget());

        Assert.Equal([Segment], await Store.ListAsync("", CancellationToken.None));
        Assert.InRange((long)Query("SELECT COUNT(*) FROM journal WHERE persistence_id = 'segments.index' AND deleted = 0")!, 1, 1100);
    }

    [Fact]
    public async Task Names_the_database_that_another_process_has_locked()
    {
        await Chunks.WriteAsync(Store, Segment, 1);
        using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        other.Open();
        using var held = other.BeginTransaction(deferred: false);
        var progress = new Progress();
        var writer = Store.Open(new SegmentId("s-1-1-1-1-2"), progress.Add);

        writer.Append(new byte[10]);

        var failure = await progress.UntilFailedAsync();
        Assert.Contains(Database, failure.Message);
        Assert.Contains("end the other use of the file", failure.Message);
    }

    [Fact]
    public async Task Goes_on_once_the_lock_is_gone()
    {
        using (var other = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            other.Open();
            using var held = other.BeginTransaction(deferred: false);
            var progress = new Progress();
            Store.Open(new SegmentId("s-1-1-1-1-2"), progress.Add).Append(new byte[10]);
            await progress.UntilFailedAsync();
        }

        await Chunks.WriteAsync(Store, Segment, 3);

        await Chunks.AssertReadableAsync(Store, Segment, 1, 3);
    }

    [Fact]
    public async Task Names_the_database_that_is_corrupt()
    {
        await Chunks.WriteAsync(Store, Segment, 40, _ => 50_000);
        await CloseAsync();
        using (var file = File.OpenWrite(Database))
        {
            file.Position = 32 * 1024;
            file.Write(new byte[file.Length - file.Position]);
        }

        var failure = await Assert.ThrowsAnyAsync<StorageException>(async () =>
        {
            await OpenAsync(Folder, new NodeBudget());
            await Chunks.ReadAsync(new JournalChunkStore(_system!, new NodeBudget()), Segment, 1, 40);
        });

        Assert.Contains(Database, failure.Message);
    }

    private object? Query(string sql, byte[]? bytes = null)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (bytes is not null)
            command.Parameters.AddWithValue("$bytes", bytes);
        return command.ExecuteScalar();
    }
}
