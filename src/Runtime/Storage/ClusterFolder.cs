namespace Akka.Flink.Runtime;

using System.Text;

/// <summary>The folder that all nodes of a cluster see, and what it says of itself.</summary>
/// <remarks>
/// <para><b>State.</b> <c>cluster-id</c>, a line with format and cluster; <c>state/</c>, the segments of checkpoints; <c>artifacts/</c>,
/// uploaded programs; <c>control.db</c> where nodes share one host. The first is written before the database is bound, so where a
/// database lists checkpoints, a folder without it is not the one with their state.</para>
/// </remarks>
/// <param name="path">The folder, as a full path.</param>
internal sealed class ClusterFolder(string path)
{
    /// <summary>The file that says which cluster it belongs to.</summary>
    public const string MarkerFile = "cluster-id";

    private const string Magic = "akka-flink-cluster";
    private const int Format = 1;
    private const int Words = 3;

    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>Where segments are.</summary>
    public string State => System.IO.Path.Combine(path, "state");

    /// <summary>Where uploaded programs are.</summary>
    public string Artifacts => System.IO.Path.Combine(path, "artifacts");

    /// <summary>The control database of nodes that share one host.</summary>
    public string Database => System.IO.Path.Combine(path, "control.db");

    private string Marker => System.IO.Path.Combine(path, MarkerFile);

    /// <summary>Makes what is not there yet.</summary>
    /// <exception cref="StorageException">It cannot be made.</exception>
    public void Create() => Guard(() =>
    {
        Directory.CreateDirectory(State);
        Directory.CreateDirectory(Artifacts);
        DirectorySync.Flush(path);
        return true;
    });

    /// <summary>Reads which cluster it belongs to.</summary>
    /// <returns>Null when it does not say.</returns>
    /// <exception cref="StorageException">It cannot be read, or what it says makes no sense.</exception>
    public string? ReadId()
    {
        var text = Guard(() => File.Exists(Marker) ? File.ReadAllText(Marker) : null);
        if (text is null)
            return null;

        var words = text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != Words || words[0] != Magic || !int.TryParse(words[1], out var format))
            throw ClusterStorageErrors.BadMarker(Marker);
        return format > Format ? throw ClusterStorageErrors.NewerFormat($"folder '{path}'", format, Format) : words[2];
    }

    /// <summary>Lets it belong to a cluster, unless somebody was faster.</summary>
    /// <param name="clusterId">The cluster.</param>
    /// <returns>The cluster that it belongs to.</returns>
    /// <exception cref="StorageException">It cannot be written, or holds state of a cluster that is not known any more.</exception>
    public string Bind(string clusterId)
    {
        if (Guard(() => Directory.EnumerateFiles(State).Any()) && ReadId() is null)
            throw ClusterStorageErrors.NoMarker(path, Marker);

        var content = Encoding.ASCII.GetBytes($"{Magic} {Format} {clusterId}\n");
        return Guard(() => DurableFile.TryCreate(Marker, content)) ? clusterId : ReadId()!;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw ClusterStorageErrors.NoFolder(path, cause);
        }
    }
}
