namespace Akka.Flink.Runtime.Tests.Storage;

using System.Diagnostics;
using Akka.Flink.Runtime.Tests.Storage.Support;
using Microsoft.Data.Sqlite;

/// <summary>What the nodes of one host share.</summary>
public sealed class ClusterStorageTests : IDisposable
{
    private static readonly SegmentId Segment = new("s-0a1b2c3d4e5f-1-2-0-1");
    private static readonly SegmentId Other = new("s-0a1b2c3d4e5f-1-2-1-1");

    private readonly StorageFolder _folder = new();

    private string Folder => _folder.File("cluster");

    private string Database => Path.Combine(Folder, "control.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nodes_that_start_at_once_belong_to_one_cluster()
    {
        var processes = Enumerable.Range(0, 3).Select(i => WritingProcess.Start("cluster", Folder, new SegmentId($"s-{i}"), 100)).ToList();

        var ids = processes.ConvertAll(process => process.ReadUntilOpen());
        processes.ForEach(process => process.Dispose());

        using var storage = await OpenAsync();
        Assert.All(ids, id => Assert.Equal(storage.ClusterId, id));
    }

    [Fact]
    public async Task A_node_reads_and_deletes_what_another_process_writes_and_leaves_when_it_is_killed()
    {
        using var storage = await OpenAsync();
        using var process = WritingProcess.Start("cluster", Folder, Segment, 5_000);

        var safe = process.ReadUntilSafe(20);
        await AssertReadableAsync(storage.Chunks, safe);   // while it goes on
        safe = process.Kill(safe);

        await AssertReadableAsync(storage.Chunks, safe);
        File.AppendAllText(DirectoryChunkStore.PathOf(Path.Combine(Folder, "state"), Segment), "half a chunk");
        await AssertReadableAsync(storage.Chunks, safe);
        Assert.Equal([Segment], await storage.Chunks.ListAsync("s-0a1b2c3d4e5f-", CancellationToken.None));
        await storage.Chunks.DeleteAsync(Segment, CancellationToken.None);
        Assert.Empty(await storage.Chunks.ListAsync("", CancellationToken.None));
    }

    [Fact]
    public async Task A_process_whose_segment_is_deleted_beneath_it_harms_nobody()
    {
        using var storage = await OpenAsync();
        using var process = WritingProcess.Start("cluster", Folder, Segment, 5_000);
        process.ReadUntilSafe(5);

        await storage.Chunks.DeleteAsync(Segment, CancellationToken.None);
        await Chunks.WriteAsync(storage.Chunks, Other, 10);

        process.Kill(0);
        Assert.Equal([Other], await storage.Chunks.ListAsync("", CancellationToken.None));
        await Chunks.AssertReadableAsync(storage.Chunks, Other, 1, 10);
    }

    [Fact]
    public async Task A_name_that_another_process_has_used_is_refused()
    {
        using var storage = await OpenAsync();
        using var process = WritingProcess.Start("cluster", Folder, Segment, 100);
        process.ReadUntilSafe(1);

        var progress = new Progress();
        storage.Chunks.Open(Segment, progress.Add).Append(new byte[10]);

        Assert.Contains("two writers use one name", (await progress.UntilFailedAsync()).Message);
    }

    [Fact]
    public async Task Several_processes_write_to_the_control_database()
    {
        using var one = WritingProcess.Start("cluster-journal", Folder, Segment, 200);
        using var other = WritingProcess.Start("cluster-journal", Folder, Other, 200);

        var before = one.ReadUntilSafe(10);
        var safe = other.Kill(other.ReadUntilSafe(10));
        var after = one.ReadUntilSafe(before + 10);

        Assert.InRange(safe, 10, long.MaxValue);
        Assert.InRange(after, before + 10, long.MaxValue);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mine")]
    public async Task Keeps_its_cluster_over_reopening(string id)
    {
        string first;
        using (var storage = await OpenAsync(id))
            first = storage.ClusterId;

        using var again = await OpenAsync();

        Assert.Equal(first, again.ClusterId);
        Assert.True(id.Length == 0 || first == id);
    }

    [Fact]
    public async Task Refuses_a_folder_of_another_cluster_with_both_ids()
    {
        (await OpenAsync("theirs")).Dispose();

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync("ours"));

        Assert.Contains($"The folder '{Folder}' belongs to cluster 'theirs', not to 'ours'.", refusal.Message);
        Assert.Contains("akka.flink.cluster.id", refusal.Message);
    }

    [Fact]
    public async Task Refuses_a_database_of_another_cluster_with_both_ids()
    {
        (await OpenAsync("theirs")).Dispose();
        File.WriteAllText(Path.Combine(Folder, ClusterFolder.MarkerFile), "akka-flink-cluster 1 ours\n");

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync());

        Assert.Contains($"The database '{Database}' belongs to cluster 'theirs', not to 'ours'.", refusal.Message);
    }

    [Fact]
    public async Task Refuses_the_database_of_an_embedded_node()
    {
        Directory.CreateDirectory(Folder);
        var embedded = EmbeddedStorage.Open(_folder.File("embedded"));
        embedded.Dispose();
        (await OpenAsync("ours")).Dispose();
        File.Copy(Path.Combine(embedded.Directory, "control.db"), Database, overwrite: true);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync());

        Assert.Contains($"The database '{Database}' is the control database of a process that runs jobs by itself, with the id " +
            $"'{embedded.ClusterId}', and not of cluster 'ours'.", refusal.Message);
    }

    [Fact]
    public async Task Is_refused_to_an_embedded_node()
    {
        (await OpenAsync("ours")).Dispose();

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(Folder));

        Assert.Contains("cluster 'ours'", refusal.Message);
    }

    [Fact]
    public async Task Refuses_a_database_whose_state_is_elsewhere()
    {
        (await OpenAsync("ours")).Dispose();
        File.Delete(Path.Combine(Folder, ClusterFolder.MarkerFile));

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync());

        Assert.Contains($"the folder '{Folder}' has never belonged to one", refusal.Message);
    }

    [Fact]
    public async Task Refuses_state_that_says_not_whose_it_is()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "state"));
        File.WriteAllText(Path.Combine(Folder, "state", "s-1.afs"), "");

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync());

        Assert.Contains("holds state", refusal.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else")]
    [InlineData("akka-flink-cluster one ours")]
    public async Task Refuses_a_marker_that_makes_no_sense(string text)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, ClusterFolder.MarkerFile), text);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync());

        Assert.Contains("does not say to which cluster", refusal.Message);
    }

    [Fact]
    public async Task Refuses_a_folder_of_a_later_format()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, ClusterFolder.MarkerFile), "akka-flink-cluster 2 ours\n");

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync());

        Assert.Contains("has format 2; this version reads up to 1", refusal.Message);
    }

    [Fact]
    public async Task Refuses_a_database_of_another_program()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, ClusterFolder.MarkerFile), "akka-flink-cluster 1 ours\n");
        Execute("CREATE TABLE things (id INTEGER)");

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync());

        Assert.Contains("another program uses it", refusal.Message);
    }

    [Fact]
    public async Task Waits_for_a_database_that_is_locked_when_it_starts()
    {
        (await OpenAsync("ours")).Dispose();
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);

        var opening = OpenAsync();
        await WaitUntilOver(TimeSpan.FromSeconds(6));   // longer than SQLite itself waits
        Assert.False(opening.IsCompleted);
        transaction.Rollback();

        using var storage = await opening.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("ours", storage.ClusterId);
    }

    [Fact]
    public async Task Names_a_folder_that_cannot_be_made()
    {
        File.WriteAllText(Folder, "");

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync());

        Assert.Contains(Folder, refusal.Message);
        Assert.Contains("akka.flink.cluster.dir", refusal.Message);
    }

    private static async Task WaitUntilOver(TimeSpan time)
    {
        var begin = Stopwatch.StartNew();
        while (begin.Elapsed < time)
            await Task.Delay(50);
    }

    private static async Task AssertReadableAsync(IChunkStore store, long safe)
    {
        var read = await Chunks.ReadAsync(store, Segment, 1, safe);
        Assert.All(read.Index(), one => Assert.True(one.Item.AsSpan().IndexOfAnyExcept((byte)(one.Index + 1)) < 0));
    }

    private Task<ClusterStorage> OpenAsync(string id = "") => ClusterStorage.OpenAsync(
        new ClusterStorageSettings(id.Length == 0 ? null : id, Folder, ControlDatabaseKind.Sqlite, "", TimeSpan.FromSeconds(60)),
        TimeProvider.System, CancellationToken.None);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
