namespace Akka.Flink.EndToEnd.Tests.Support;

using Microsoft.Data.Sqlite;

/// <summary>The journal that makes the checkpoints of a job durable, seen from outside: it can be held, so that none is complete
/// meanwhile.</summary>
internal sealed class ControlJournal : IDisposable
{
    private readonly SqliteConnection _connection;

    /// <summary>Opens it.</summary>
    /// <param name="folder">The job's working folder; the journal is there.</param>
    public ControlJournal(string folder)
    {
        _connection = new SqliteConnection($"Data Source={PathIn(folder)};Pooling=False");
        _connection.Open();
    }

    /// <summary>What grows with each checkpoint that is complete; 0 before the first.</summary>
    public long LastCheckpoint
    {
        get
        {
            using var command = _connection.CreateCommand();
            command.CommandText = "SELECT COALESCE(MAX(ordering), 0) FROM journal WHERE manifest LIKE 'C%'";
            return (long)command.ExecuteScalar()!;
        }
    }

    /// <summary>Where it is.</summary>
    /// <param name="folder">The job's working folder.</param>
    public static string PathIn(string folder) => Path.Combine(folder, ".akka-flink", "control.db");

    /// <summary>Keeps others from writing to it until <see cref="Release"/>.</summary>
    public void Hold() => Run("BEGIN IMMEDIATE");

    public void Release() => Run("ROLLBACK");

    public void Dispose() => _connection.Dispose();

    private void Run(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
