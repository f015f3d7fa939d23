namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>Finds the transactions of a prefix that no process will end any more, and aborts them: until then they hold back who reads what
/// is committed.</summary>
/// <param name="coordinators">Whom to ask.</param>
/// <param name="prefix">The prefix.</param>
internal sealed class LingeringTransactions(TransactionCoordinators coordinators, string prefix)
{
    /// <summary>The transactions of the prefix that wait for a decision.</summary>
    /// <param name="isOwn">Chooses them by their subtask.</param>
    public IReadOnlyList<TransactionDescription> Find(Func<int, bool> isOwn)
    {
        var found = new List<TransactionDescription>();
        foreach (var name in coordinators.ListOngoing().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (TransactionNames.SubtaskOf(prefix, name) is { } subtask && isOwn(subtask)
                && coordinators.Describe(name) is { IsOngoing: true } ongoing)
                found.Add(ongoing);
        }

        return found;
    }

    /// <summary>Aborts one.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <returns>Whether it was aborted; false when it has ended by itself meanwhile.</returns>
    public bool Abort(TransactionDescription transaction) => coordinators.End(
        transaction.TransactionalId, transaction.ProducerId, transaction.Epoch, isCommit: false) == ErrorCode.NoError;
}
