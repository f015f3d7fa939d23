namespace Akka.Flink.Host.Programs;

/// <summary>A file of a library.</summary>
/// <param name="Path">Where it is, relative to the program's folder, with '/'.</param>
/// <param name="IsAssembly">Whether it is an assembly that runs on every system.</param>
internal sealed record DependencyFile(string Path, bool IsAssembly);
