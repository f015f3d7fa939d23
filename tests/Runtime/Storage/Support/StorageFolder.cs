namespace Akka.Flink.Runtime.Tests.Storage.Support;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class StorageFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("akka-flink-storage-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
