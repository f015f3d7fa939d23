namespace Akka.Flink.Connectors.Files;

/// <summary>What a writer of files remembers, so that no later one uses its names.</summary>
/// <param name="Run">The number of its run, part of the names of its files.</param>
public sealed record FileWriterState(long Run);
