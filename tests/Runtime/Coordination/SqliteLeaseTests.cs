namespace Akka.Flink.Runtime.Tests.Coordination;

using Akka.Configuration;
using Akka.Coordination;
using Akka.Flink.Runtime;
using Microsoft.Data.Sqlite;

public sealed class SqliteLeaseTests : LeaseContract
{
    private readonly TemporaryFolder _folder = new();

    protected override Config Database => ControlDatabaseLease.ConfigurationFor(FileName);

    private string FileName => _folder.File("control.db");

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(FileName, new string('x', 4096));

        var error = await Assert.ThrowsAsync<LeaseException>(() => Lease("one").Acquire());

        Assert.Contains(FileName, error.Message, StringComparison.Ordinal);
    }

    protected override void DeleteDatabase() => _folder.Dispose();

    protected override void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    protected override IDisposable LockLeases()
    {
        var connection = Open();
        connection.BeginTransaction(deferred: false);
        return connection;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={FileName};Pooling=False");
        connection.Open();
        return connection;
    }
}
