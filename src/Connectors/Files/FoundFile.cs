namespace Akka.Flink.Connectors.Files;

/// <summary>A file as it was found.</summary>
/// <param name="FilePath">Its full path.</param>
/// <param name="Length">How long it was, in bytes.</param>
/// <param name="ModifiedMs">When it was changed last, in milliseconds since the epoch.</param>
public sealed record FoundFile(string FilePath, long Length, long ModifiedMs);
