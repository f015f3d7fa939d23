namespace Akka.Flink.Connectors.Kafka;

/// <summary>What the brokers say of a transaction.</summary>
/// <param name="TransactionalId">Its name.</param>
/// <param name="State">Where it stands, in Kafka's words.</param>
/// <param name="TimeoutMs">After how long they abort it.</param>
/// <param name="StartMs">When it began, since the epoch; -1 where there is none.</param>
/// <param name="ProducerId">Who writes it.</param>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Partitions">What it has written to.</param>
internal sealed record TransactionDescription(
    string TransactionalId,
    string State,
    int TimeoutMs,
    long StartMs,
    long ProducerId,
    short Epoch,
    IReadOnlyList<KafkaPartition> Partitions)
{
    public const string Ongoing = "Ongoing";

    /// <summary>Whether the decision to commit has been made; the markers may follow.</summary>
    public bool IsCommitted => State is "PrepareCommit" or "CompleteCommit";

    /// <summary>Whether it waits for a decision.</summary>
    public bool IsOngoing => State == Ongoing;
}
