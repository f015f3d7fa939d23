namespace Akka.Flink.Runtime;

using System.Security.Cryptography;

/// <summary>A savepoint on disk: a directory with a manifest, and beside it a file for each subtask that had keyed state.</summary>
/// <remarks>
/// <para>The files have the format of a <see cref="DirectoryChunkStore"/>, but belong to no store. The manifest comes last, and at once: a
/// directory without one is no savepoint. Nothing in it names a place outside of it.</para>
/// <para><b>Threads.</b> Any; all of it waits for the disk.</para>
/// </remarks>
internal static class SavepointDirectory
{
    /// <summary>The manifest's file name.</summary>
    public const string ManifestName = "savepoint.manifest";

    private const int IdDigits = 16;
    private const int NumberDigits = 12;

    /// <summary>A directory that nobody has yet, for a savepoint.</summary>
    /// <param name="parent">Where savepoints go.</param>
    /// <param name="job">The job.</param>
    public static string NewIn(string parent, JobId job) =>
        Path.Combine(Path.GetFullPath(parent), $"savepoint-{job}-{Guid.NewGuid().ToString("N")[..NumberDigits]}");

    /// <summary>Makes the directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <exception cref="StorageException">It cannot be made.</exception>
    public static void Create(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            if (Path.GetDirectoryName(directory) is { } parent)
                DirectorySync.Flush(parent);
        }
        catch (Exception cause) when (IsOfDisk(cause))
        {
            throw SavepointErrors.CannotCreate(directory, cause);
        }
    }

    /// <summary>Ends a savepoint: looks for the files that tasks have written, and writes the manifest.</summary>
    /// <param name="directory">The savepoint.</param>
    /// <param name="manifest">What it holds, without its files.</param>
    /// <returns>How many bytes it has in all.</returns>
    /// <exception cref="StorageException">A file is not there, or the manifest cannot be written.</exception>
    public static long Complete(string directory, SavepointManifest manifest)
    {
        var files = FilesOf(directory, manifest);
        var bytes = SavepointFormat.Write(manifest with { Files = files });
        var path = Path.Combine(directory, ManifestName);
        var aside = DurableFile.AsideOf(path);
        try
        {
            using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            DurableFile.Name(aside, path);
        }
        catch (Exception cause) when (IsOfDisk(cause))
        {
            throw SavepointErrors.NotWritten(path, cause);
        }

        return bytes.Length + files.Sum(file => file.Bytes);
    }

    /// <summary>Deletes what there is of a savepoint that came to nothing.</summary>
    /// <param name="directory">The directory.</param>
    /// <returns>Whether it is gone; what another node still writes may stay.</returns>
    public static bool TryDelete(string directory)
    {
        try
        {
            if (Directory.Exists(directory))
                Directory.Delete(directory, recursive: true);
            return true;
        }
        catch (Exception cause) when (IsOfDisk(cause))
        {
            return false;
        }
    }

    /// <summary>Reads what a savepoint says of itself, and sees that its files are there.</summary>
    /// <param name="directory">The savepoint.</param>
    /// <exception cref="StorageException">There is none, it is damaged, or of a later version.</exception>
    public static SavepointManifest Read(string directory) => ReadWithId(directory).Manifest;

    /// <summary>Reads a savepoint that a job is to begin from.</summary>
    /// <param name="directory">The savepoint.</param>
    /// <param name="allowsUnclaimed">Whether state may be left behind that no operator claims.</param>
    /// <exception cref="StorageException">There is none, it is damaged, or of a later version.</exception>
    public static SavepointStart Open(string directory, bool allowsUnclaimed)
    {
        var path = Path.GetFullPath(directory);
        var (manifest, id) = ReadWithId(path);
        var subtasks = new List<SubtaskState>();
        for (var i = 0; i < manifest.Operators.Count; i++)
        {
            var saved = manifest.Operators[i];
            foreach (var part in saved.Parts)
                subtasks.Add(new SubtaskState(new SubtaskId(i, part.Subtask), [HandleOf(path, saved, part)]));
        }

        var bytes = manifest.KeyedBytes;
        var checkpoint = new CompletedCheckpoint(
            manifest.Checkpoint, CheckpointKind.Periodic, manifest.At.ToUnixTimeMilliseconds(), 0, 0, bytes, bytes, subtasks,
            manifest.Enumerators);
        return new SavepointStart(new SavepointOrigin(path, id, manifest.Checkpoint, allowsUnclaimed), checkpoint);
    }

    private static OperatorStateHandle HandleOf(string directory, SavedOperator saved, SavedPart part) =>
        new(saved.Uid, part.Elements, part.Keyed is { } keyed ? SavepointSegments.In(directory, keyed) : null) { States = part.States };

    private static (SavepointManifest Manifest, string Id) ReadWithId(string directory)
    {
        var path = Path.Combine(Path.GetFullPath(directory), ManifestName);
        var bytes = ReadBytes(directory, path);
        var manifest = SavepointFormat.Read(bytes, path);
        foreach (var file in manifest.Files)
        {
            var filePath = Path.Combine(Path.GetFullPath(directory), Path.GetFileName(file.Name));
            var length = File.Exists(filePath) ? LengthOf(filePath) : 0;
            if (length != file.Bytes)
                throw SavepointErrors.FileCutOff(filePath, file.Bytes, length);
        }

        return (manifest, Convert.ToHexStringLower(SHA256.HashData(bytes))[..IdDigits]);
    }

    private static byte[] ReadBytes(string directory, string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw SavepointErrors.NotASavepoint(directory, null);
        }
        catch (Exception cause) when (IsOfDisk(cause))
        {
            throw SavepointErrors.Unreadable(path, cause);
        }
    }

    private static List<SavedFile> FilesOf(string directory, SavepointManifest manifest) =>
    [
        .. manifest.Operators.SelectMany(each => each.Parts).SelectMany(part => part.Keyed?.Chunks ?? []).Select(range => range.Segment)
            .Distinct().OrderBy(segment => segment.Value, StringComparer.Ordinal).Select(segment =>
            {
                var path = DirectoryChunkStore.PathOf(directory, segment);
                return new SavedFile(Path.GetFileName(path), LengthOf(path));
            }),
    ];

    private static long LengthOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (Exception cause) when (IsOfDisk(cause))
        {
            throw SavepointErrors.FileMissing(path, cause is FileNotFoundException ? null : cause);
        }
    }

    private static bool IsOfDisk(Exception cause) => cause is IOException or UnauthorizedAccessException;
}
