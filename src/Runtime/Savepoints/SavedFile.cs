namespace Akka.Flink.Runtime;

/// <summary>A file of a savepoint.</summary>
/// <param name="Name">Its name, in the savepoint's directory.</param>
/// <param name="Bytes">How long it is.</param>
internal sealed record SavedFile(string Name, long Bytes);
