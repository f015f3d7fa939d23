namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sinks;

/// <summary>Commits transactions when their checkpoint is complete: its own by their client, those of a process that is gone without
/// one.</summary>
/// <param name="setup">What the subtask's transactions share.</param>
/// <param name="context">Where it runs.</param>
/// <param name="reportsLost">Whether the job goes on when a transaction is lost.</param>
internal sealed class TransactionCommitter(TransactionSetup setup, ISinkContext context, bool reportsLost) : ICommitter<KafkaTransaction>
{
    private readonly TransactionResume _resume = new(setup.Coordinators);
    private readonly Counter _committed = context.Counter("transactionsCommitted");
    private readonly Counter _lost = context.Counter("transactionsLost");

    /// <summary>The producers; null until the writer is made.</summary>
    public TransactionPool? Pool { get; set; }

    public void Commit(IReadOnlyList<KafkaTransaction> committables)
    {
        foreach (var transaction in committables)
        {
            if (setup.AnswersFor(transaction.Subtask))
                Commit(transaction);
        }
    }

    public void Close() => setup.Dispose();

    private void Commit(KafkaTransaction transaction)
    {
        var producer = Pool?.Find(transaction);
        if (producer?.TryCommit() == true)
        {
            _committed.Inc();
            Pool!.Free(producer);
            return;
        }

        var outcome = _resume.Run(transaction);
        if (producer is not null && outcome == TransactionResume.Outcome.CommittedBefore && !producer.IsCurrent)
            throw KafkaErrors.TakenOver(setup.Where, transaction.TransactionalId);
        if (outcome == TransactionResume.Outcome.Unknown)
            throw KafkaErrors.CommitUndecided(setup.Where, transaction.TransactionalId);
        if (outcome == TransactionResume.Outcome.Lost)
            Lose(transaction);
        else
            _committed.Inc();
        if (producer is not null)
            Pool!.Replace(producer);
    }

    private void Lose(KafkaTransaction transaction)
    {
        _lost.Inc();
        var loss = KafkaErrors.TransactionLost(setup.Where, transaction);
        if (!reportsLost)
            throw loss;
        context.Report(loss.Message);
    }
}
