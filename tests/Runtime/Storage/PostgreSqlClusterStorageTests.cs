namespace Akka.Flink.Runtime.Tests.Storage;

using Akka.Flink.Runtime.Tests.Storage.Support;
using Npgsql;

/// <summary>What the nodes of several hosts share.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgreSqlClusterStorageTests(PostgresServer server) : IDisposable
{
    private readonly StorageFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public async Task Nodes_that_start_at_once_belong_to_one_cluster()
    {
        var database = server.NewDatabase();

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => OpenAsync(database))));

        Assert.Single(opened.Select(storage => storage.ClusterId).Distinct());
        Assert.Equal([$"1|{opened[0].ClusterId}|cluster"], PostgresServer.Rows(database, "SELECT * FROM akka_flink_identity"));
        foreach (var storage in opened)
            storage.Dispose();
    }

    [PostgresFact]
    public async Task Refuses_a_database_of_another_cluster_with_both_ids_and_without_the_password()
    {
        var database = server.NewDatabase() + ";Password=hidden";
        (await OpenAsync(database, id: "theirs")).Dispose();
        (await OpenAsync(server.NewDatabase(), "other", "ours")).Dispose();

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync(database, "other"));

        var name = new NpgsqlConnectionStringBuilder(database);
        Assert.Contains(
            $"The PostgreSQL database '{name.Database}' on 127.0.0.1:{name.Port} belongs to cluster 'theirs', not to 'ours'.",
            refusal.Message);
        Assert.DoesNotContain("hidden", refusal.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Refuses_a_database_whose_state_is_elsewhere()
    {
        var database = server.NewDatabase();
        (await OpenAsync(database)).Dispose();

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync(database, "unmounted"));

        Assert.Contains("see that it is mounted", refusal.Message);
    }

    [PostgresFact]
    public async Task Refuses_a_database_with_the_journal_of_another_program()
    {
        var database = server.NewDatabase();
        PostgresServer.Execute(database, "CREATE TABLE journal (ordering BIGINT)");

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync(database));

        Assert.Contains("another program uses it", refusal.Message);
    }

    [PostgresFact]
    public async Task Says_at_once_that_a_database_does_not_exist()
    {
        var database = server.NewDatabase();

        var refusal = await Assert.ThrowsAsync<StorageException>(() => OpenAsync(database.Replace("Database=", "Database=no")));

        Assert.Contains("does not exist", refusal.Message);
        Assert.Contains("akka.flink.control.connection-string", refusal.Message);
    }

    private Task<ClusterStorage> OpenAsync(string database, string folder = "cluster", string? id = null) => ClusterStorage.OpenAsync(
        new ClusterStorageSettings(id, _folder.File(folder), ControlDatabaseKind.PostgreSql, database, TimeSpan.FromMinutes(5)),
        TimeProvider.System, CancellationToken.None);
}
