namespace Akka.Flink.Host.Programs;

/// <summary>A library that a program depends on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dependencies">The names of those that it depends on itself.</param>
/// <param name="Files">Its files.</param>
internal sealed record DependencyLibrary(string Name, IReadOnlyList<string> Dependencies, IReadOnlyList<DependencyFile> Files);
