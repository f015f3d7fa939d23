namespace Akka.Flink.Jobs;

/// <summary>What a run of a job found.</summary>
/// <param name="Checksum">The sum of all result rows.</param>
/// <param name="Results">How many there were.</param>
internal readonly record struct Outcome(ulong Checksum, long Results);
