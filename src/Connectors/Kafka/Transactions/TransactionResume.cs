namespace Akka.Flink.Connectors.Kafka;

/// <summary>Commits transactions that another process has written: a client can only abort them.</summary>
/// <param name="coordinators">Whom to ask.</param>
/// <remarks>Must be done before any client is made with the name of the transaction, which would abort it.</remarks>
internal sealed class TransactionResume(TransactionCoordinators coordinators)
{
    private const int Attempts = 3;

    /// <summary>Commits a transaction, or finds that it was committed before.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <returns>What came of it.</returns>
    public Outcome Run(KafkaTransaction transaction)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (coordinators.Describe(transaction.TransactionalId) is not { } found)
                return Outcome.Lost;   // forgotten by the brokers: nothing of it was ever committed, or it was long ago
            if (!transaction.Is(found))
            {
                // Its own job uses a name again only once its transaction was committed; others, which should not have it, abort that.
                return coordinators.IsAborted(transaction) ? Outcome.Lost : Outcome.CommittedBefore;
            }

            if (found.IsCommitted)
                return Outcome.CommittedBefore;
            if (!found.IsOngoing)
                return Outcome.Lost;

            var error = coordinators.End(transaction.TransactionalId, found.ProducerId, found.Epoch, isCommit: true);
            if (error == Confluent.Kafka.ErrorCode.NoError)
                return Outcome.Committed;
        }

        return Outcome.Unknown;   // it ended in between each time
    }

    /// <summary>What came of a transaction.</summary>
    internal enum Outcome
    {
        /// <summary>It is committed now.</summary>
        Committed,

        /// <summary>It was committed before.</summary>
        CommittedBefore,

        /// <summary>The brokers have aborted it.</summary>
        Lost,

        /// <summary>They say now this, now that.</summary>
        Unknown,
    }
}
