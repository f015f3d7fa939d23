namespace Akka.Flink.Connectors.Kafka;

using System.Globalization;

/// <summary>A transaction that is written and waits for its checkpoint: what another process needs to commit it, and to say what is lost if
/// it cannot.</summary>
/// <param name="TransactionalId">Its name.</param>
/// <param name="Subtask">The subtask that it belongs to.</param>
/// <param name="CheckpointId">Its checkpoint.</param>
/// <param name="ProducerId">Who wrote it, as the brokers number producers.</param>
/// <param name="Epoch">The producer's epoch.</param>
/// <param name="StartMs">When the brokers say that it began. Producer and epoch name a producer; this, one of its
/// transactions.</param>
/// <param name="TimeoutMs">After how long the brokers abort it.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Records">How many records it holds.</param>
/// <param name="Ranges">Where they lie.</param>
internal sealed record KafkaTransaction(
    string TransactionalId,
    int Subtask,
    long CheckpointId,
    long ProducerId,
    int Epoch,
    long StartMs,
    long TimeoutMs,
    string Topic,
    long Records,
    WrittenRange[] Ranges)
{
    /// <summary>Where its records lie, in words.</summary>
    public string Where() => Ranges.Length == 0 ? "offsets unknown" : string.Join("; ", Ranges.Select(range => string.Create(
        CultureInfo.InvariantCulture, $"{Topic}-{range.Partition} offsets {range.First} to {range.Last}")));

    /// <summary>Whether the brokers speak of this transaction, and not of another one of the same name.</summary>
    /// <param name="found">What they say.</param>
    public bool Is(TransactionDescription found) => found.ProducerId == ProducerId && found.StartMs == StartMs;
}
