namespace Akka.Flink.EndToEnd.Tests.Support;

using System.Diagnostics;
using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Kafka.Tests.Cluster;

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

    /// <summary>How many transactions of a complete checkpoint were still open when the process was dead.</summary>
    public int Pending { get; private set; }

    /// <summary>Kills.</summary>
    /// <param name="process">The job.</param>
    /// <param name="interval">How often it takes checkpoints.</param>
    /// <param name="write">Gives the job something to write.</param>
    public async Task KillAsync(EngineProcess process, TimeSpan interval, Action write)
    {
        List<TransactionDescription> written;
        bool isComplete;
        using (var journal = new ControlJournal(folder))
        {
            journal.Hold();
            write();
            await UntilAsync(() => Ongoing().Count > 0);
            LetACheckpointPass(journal);   // its barrier was there before the records
            await process.EndsWithinAsync(interval * 5);
            written = Ongoing();
            isComplete = WaitForCheckpoint(journal);
            process.Kill();
        }

        await process.EndsWithinAsync(Patience);
        Pending = isComplete ? written.Count(IsStillOpen) : 0;
    }

    private static void LetACheckpointPass(ControlJournal journal)
    {
        WaitForCheckpoint(journal);
        journal.Hold();
    }

    // Lets go of the journal until a checkpoint is in it.
    private static bool WaitForCheckpoint(ControlJournal journal)
    {
        var before = journal.LastCheckpoint;
        journal.Release();
        var began = Stopwatch.GetTimestamp();
        while (journal.LastCheckpoint == before && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5))
            Thread.Yield();
        return journal.LastCheckpoint > before;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var began = Stopwatch.GetTimestamp();
        while (!condition() && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(6))
            await Task.Yield();
    }

    private List<TransactionDescription> Ongoing() => [.. new LingeringTransactions(_coordinators, prefix).Find(_ => true)];

    private bool IsStillOpen(TransactionDescription before) =>
        _coordinators.Describe(before.TransactionalId) is { IsOngoing: true } found && found.StartMs == before.StartMs;
}
