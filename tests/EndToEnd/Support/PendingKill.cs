namespace Akka.Flink.EndToEnd.Tests.Support;

using System.Diagnostics;
using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Kafka.Tests.Cluster;
using Microsoft.Data.Sqlite;

/// <summary>Kills a job between a checkpoint and its commits: the journal that makes checkpoints durable is held back until their
/// transactions are written, and let go; what is written to it next is the checkpoint, and then the process is killed.</summary>
/// <param name="folder">The job's working folder.</param>
/// <param name="broker">Where it writes to.</param>
/// <param name="prefix">What the names of its transactions begin with.</param>
internal sealed class PendingKill(string folder, Broker broker, string prefix)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TransactionCoordinators _coordinators = new(
        new Dictionary<string, string> { ["bootstrap.servers"] = broker.Address }, Patience, CancellationToken.None);

    private readonly List<TransactionDescription> _pending = [];

    /// <summary>Kills.</summary>
    /// <param name="process">The job.</param>
    /// <param name="interval">How often it takes checkpoints.</param>
    /// <param name="write">Gives the job something to write.</param>
    public async Task KillAsync(EngineProcess process, TimeSpan interval, Action write)
    {
        _pending.Clear();
        var log = Path.Combine(folder, ".akka-flink", "control.db-wal");
        using (var journal = new SqliteConnection($"Data Source={Path.Combine(folder, ".akka-flink", "control.db")};Pooling=False"))
        {
            journal.Open();
            Run(journal, "BEGIN IMMEDIATE");
            write();
            await UntilAsync(() => Ongoing().Count > 0);
            await process.EndsWithinAsync(interval * 5);
            _pending.AddRange(Ongoing());
            var before = File.GetLastWriteTimeUtc(log);
            Run(journal, "ROLLBACK");
            var began = Stopwatch.GetTimestamp();
            while (File.GetLastWriteTimeUtc(log) == before && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(3))
                Thread.Yield();
            WaitUntilWritten(log);
            process.Kill();
        }

        await process.EndsWithinAsync(Patience);
        _pending.RemoveAll(each => !IsIn(each, found => found.IsOngoing));   // committed before the process was dead, or begun since
    }

    /// <summary>How many of the transactions that were open when the process died are committed now.</summary>
    public int CommittedSince() => _pending.Count(each => IsIn(each, found => found.IsCommitted));

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    // The checkpoint is more than one write.
    private static void WaitUntilWritten(string log)
    {
        var (last, since) = (File.GetLastWriteTimeUtc(log), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(since) < TimeSpan.FromMilliseconds(3))
        {
            var now = File.GetLastWriteTimeUtc(log);
            if (now != last)
                (last, since) = (now, Stopwatch.GetTimestamp());
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var began = Stopwatch.GetTimestamp();
        while (!condition() && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(6))
            await Task.Yield();
    }

    private List<TransactionDescription> Ongoing() => [.. new LingeringTransactions(_coordinators, prefix).Find(_ => true)];

    private bool IsIn(TransactionDescription before, Func<TransactionDescription, bool> isIn) =>
        _coordinators.Describe(before.TransactionalId) is { } found && found.StartMs == before.StartMs && isIn(found);
}
