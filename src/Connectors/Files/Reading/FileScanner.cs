namespace Akka.Flink.Connectors.Files;

/// <summary>Finds the files that a source reads.</summary>
/// <param name="paths">Files and folders, as full paths.</param>
/// <param name="isRecursive">Whether folders are searched with all below them.</param>
internal sealed class FileScanner(IReadOnlyList<string> paths, bool isRecursive)
{
    /// <summary>The files that are there now, each path's in the order of names.</summary>
    /// <param name="isFirstLook">Whether nothing was found before: then a path that is not there was never right.</param>
    /// <exception cref="JobException">A path is not there, or a folder cannot be read.</exception>
    public List<FoundFile> Scan(bool isFirstLook)
    {
        var found = new List<FoundFile>();
        foreach (var path in paths)
        {
            try
            {
                ScanPath(path, found, isFirstLook);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                throw FileErrors.Unlisted(path, cause);
            }
        }

        return found;
    }

    private void ScanPath(string path, List<FoundFile> found, bool isFirstLook)
    {
        if (File.Exists(path))
            found.Add(Describe(new FileInfo(path)));
        else if (Directory.Exists(path))
            ScanFolder(new DirectoryInfo(path), found);
        else
            throw isFirstLook ? FileErrors.Missing(path) : FileErrors.Vanished(path);
    }

    private void ScanFolder(DirectoryInfo folder, List<FoundFile> found)
    {
        var entries = folder.GetFileSystemInfos();
        Array.Sort(entries, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        foreach (var entry in entries)
        {
            if (entry.Name[0] is '.' or '_')   // what others are still writing
                continue;
            if (entry is FileInfo file)
                found.Add(Describe(file));
            else if (isRecursive)
                ScanFolder((DirectoryInfo)entry, found);
        }
    }

    private static FoundFile Describe(FileInfo file) =>
        new(file.FullName, file.Length, new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds());
}
