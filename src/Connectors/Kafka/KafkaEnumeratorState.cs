namespace Akka.Flink.Connectors.Kafka;

/// <summary>What the enumerator of a Kafka source remembers.</summary>
/// <param name="IsInitialized">Whether the partitions of the start are known: those found later are read from their beginning.</param>
/// <param name="Known">All partitions that were found so far.</param>
/// <param name="Unassigned">Those of them that no reader has got yet.</param>
/// <remarks><para><b>Flink.</b> <c>KafkaSourceEnumState</c>.</para></remarks>
public sealed record KafkaEnumeratorState(bool IsInitialized, KafkaPartition[] Known, KafkaSplit[] Unassigned);
