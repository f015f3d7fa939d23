namespace Akka.Flink.Runtime.Tests.Storage;

using Akka.Actor;
using Akka.Flink.Runtime.Tests.Storage.Support;
using Akka.Persistence;
using Microsoft.Data.Sqlite;

public sealed class EmbeddedStorageTests : IDisposable
{
    private readonly StorageFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gives_an_actor_system_two_journals_in_two_files()
    {
        using var storage = EmbeddedStorage.Open(_folder.File("state of 'a' \"job\" #1 ü"));
        var system = ActorSystem.Create("embedded", storage.Config);

        var control = Persistence.Instance.Apply(system).JournalFor("");
        var store = new JournalChunkStore(system, new NodeBudget());
        await Chunks.WriteAsync(store, new SegmentId("s-1"), 3);
        var listed = await store.ListAsync("s-", CancellationToken.None);
        await system.Terminate();

        Assert.Equal(EmbeddedStorage.ControlJournal, control.Path.Name);
        Assert.Equal([new SegmentId("s-1")], listed);
        Assert.True(new FileInfo(Path.Combine(storage.Directory, "control.db")).Length > 0);
        Assert.True(new FileInfo(Path.Combine(storage.Directory, "state.db")).Length > 0);
    }

    [Fact]
    public void Keeps_its_cluster_over_reopening()
    {
        string first;
        using (var storage = EmbeddedStorage.Open(_folder.File("dir")))
            first = storage.ClusterId;

        using var again = EmbeddedStorage.Open(_folder.File("dir"));

        Assert.Equal(first, again.ClusterId);
    }

    [Fact]
    public void Refuses_a_second_use_and_names_who_has_it()
    {
        using var first = EmbeddedStorage.Open(_folder.Path);

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder.Path));

        Assert.Contains(_folder.Path, refusal.Message);
        Assert.Contains($"process {Environment.ProcessId}", refusal.Message);
        Assert.Contains("akka.flink.dir", refusal.Message);
    }

    [Fact]
    public void Names_the_process_that_has_it_and_is_free_once_that_was_killed()
    {
        using var process = WritingProcess.Start("journal", _folder.Path, new SegmentId("s-1"), 100);
        process.ReadUntilOpen();

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder.Path));
        process.Kill(0);
        EmbeddedStorage.Open(_folder.Path).Dispose();

        Assert.Contains($"process {process.Id} on {Environment.MachineName}", refusal.Message);
    }

    [Fact]
    public void Can_be_opened_again_once_disposed_of()
    {
        EmbeddedStorage.Open(_folder.Path).Dispose();

        EmbeddedStorage.Open(_folder.Path).Dispose();
    }

    [Fact]
    public void Does_not_mind_a_lock_file_that_was_left_behind()
    {
        File.WriteAllText(_folder.File("lock"), "");
        File.WriteAllText(_folder.File("lock.holder"), "process 1 on elsewhere");

        EmbeddedStorage.Open(_folder.Path).Dispose();
    }

    [Fact]
    public void Refuses_a_database_of_another_cluster()
    {
        EmbeddedStorage.Open(_folder.File("a")).Dispose();
        EmbeddedStorage.Open(_folder.File("b")).Dispose();
        File.Copy(_folder.File("a/state.db"), _folder.File("b/state.db"), overwrite: true);

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder.File("b")));

        Assert.Equal(ErrorDomain.Definition, refusal.Domain);
        Assert.Contains("belongs to cluster", refusal.Message);
        Assert.Contains("control.db", refusal.Message);
    }

    [Fact]
    public void Refuses_a_cluster_that_is_not_the_one_asked_for()
    {
        EmbeddedStorage.Open(_folder.Path, "north").Dispose();

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder.Path, "south"));

        Assert.Contains("'north'", refusal.Message);
        Assert.Contains("'south'", refusal.Message);
    }

    [Fact]
    public void Refuses_files_that_have_changed_places()
    {
        EmbeddedStorage.Open(_folder.Path).Dispose();
        File.Move(_folder.File("state.db"), _folder.File("x"));
        File.Move(_folder.File("control.db"), _folder.File("state.db"));
        File.Move(_folder.File("x"), _folder.File("control.db"));

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder.Path));

        Assert.Contains("is the control database", refusal.Message);
    }

    [Fact]
    public void Refuses_a_control_database_whose_state_database_is_gone()
    {
        EmbeddedStorage.Open(_folder.Path).Dispose();
        File.Delete(_folder.File("state.db"));

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder.Path));

        Assert.Contains("'" + _folder.File("state.db") + "' is missing", refusal.Message);
    }

    [Fact]
    public void Goes_on_where_a_process_died_between_making_the_two_databases()
    {
        EmbeddedStorage.Open(_folder.Path).Dispose();
        File.Delete(_folder.File("control.db"));

        EmbeddedStorage.Open(_folder.Path).Dispose();
    }

    [Fact]
    public void Refuses_a_database_of_someone_else()
    {
        using (var connection = new SqliteConnection($"Data Source={_folder.File("state.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE customers (name TEXT)";
            command.ExecuteNonQuery();
        }

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder.Path));

        Assert.Contains("was not made by Akka.Flink", refusal.Message);
    }

    [Theory]
    [InlineData("control.db")]
    [InlineData("state.db")]
    public void Names_a_corrupt_file_and_what_to_do(string file)
    {
        EmbeddedStorage.Open(_folder.Path).Dispose();
        File.WriteAllBytes(_folder.File(file), Enumerable.Repeat((byte)0x5a, 8192).ToArray());

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder.Path));

        Assert.Contains(_folder.File(file), refusal.Message);
        Assert.Contains("damaged: restore both databases from one copy", refusal.Message);
    }

    [Fact]
    public void Names_a_locked_file_and_what_to_do()
    {
        EmbeddedStorage.Open(_folder.Path).Dispose();
        using var other = new SqliteConnection($"Data Source={_folder.File("state.db")};Pooling=False");
        other.Open();
        using var held = other.BeginTransaction(deferred: false);

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder.Path));

        Assert.Contains(_folder.File("state.db"), refusal.Message);
        Assert.Contains("end that use of the file", refusal.Message);
    }

    [Fact]
    public void Names_a_directory_that_cannot_be_made()
    {
        File.WriteAllText(_folder.File("file"), "");

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder.File("file")));

        Assert.Contains(_folder.File("file"), refusal.Message);
    }
}
