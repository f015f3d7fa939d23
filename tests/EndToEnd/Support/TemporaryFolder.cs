namespace Akka.Flink.EndToEnd.Tests.Support;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("akka-flink-e2e-").FullName;

    /// <summary>A path in it.</summary>
    /// <param name="name">The name.</param>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
