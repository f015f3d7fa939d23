namespace Akka.Flink.Jobs.Engine;

/// <summary>A result of a job: what its checksum is made of.</summary>
internal readonly record struct Row(long A, long B, long C, long D);
