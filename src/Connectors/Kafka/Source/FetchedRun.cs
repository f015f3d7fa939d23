namespace Akka.Flink.Connectors.Kafka;

/// <summary>Records of one partition that follow each other in a block.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="From">The first record.</param>
/// <param name="To">Behind the last record.</param>
/// <param name="IsEnd">Whether the partition has no more.</param>
internal readonly record struct FetchedRun(AssignedPartition Partition, int From, int To, bool IsEnd);
