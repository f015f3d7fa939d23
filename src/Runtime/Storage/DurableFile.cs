namespace Akka.Flink.Runtime;

/// <summary>Files that are there whole or not at all, whatever fails meanwhile: written aside, synced, renamed.</summary>
internal static class DurableFile
{
    /// <summary>What names of files have behind them while they are written.</summary>
    public const string AsideExtension = ".part";

    /// <summary>A name for the time while a file is written, which nobody else uses.</summary>
    /// <param name="path">The file.</param>
    public static string AsideOf(string path) => $"{path}.{Guid.NewGuid():N}{AsideExtension}";

    /// <summary>Gives a file that was written aside, and synced, its name.</summary>
    /// <param name="aside">The file that was written.</param>
    /// <param name="path">Its name.</param>
    /// <param name="overwrite">Whether it replaces a file of that name.</param>
    /// <returns>Whether it has the name: false when there is another, which stays.</returns>
    /// <exception cref="IOException">The name could not be given or synced.</exception>
    public static bool TryName(string aside, string path, bool overwrite)
    {
        try
        {
            File.Move(aside, path, overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            File.Delete(aside);
            return false;
        }

        DirectorySync.Flush(Path.GetDirectoryName(path)!);
        return true;
    }

    /// <summary>Writes a small file, unless there is one of its name.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="content">What is in it.</param>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="IOException">It could not be written.</exception>
    public static bool TryCreate(string path, ReadOnlySpan<byte> content)
    {
        var aside = AsideOf(path);
        using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        return TryName(aside, path, overwrite: false);
    }
}
