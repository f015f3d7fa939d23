namespace Akka.Flink.Connectors.Kafka;

/// <summary>What a transaction has written to a partition.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="First">The offset of its first record there.</param>
/// <param name="Last">The offset of its last record there.</param>
internal readonly record struct WrittenRange(int Partition, long First, long Last);
