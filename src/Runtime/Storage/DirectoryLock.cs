namespace Akka.Flink.Runtime;

using System.Globalization;

/// <summary>Keeps a directory to one process, and to one use within it.</summary>
/// <remarks>
/// A lock of the operating system on the file <c>lock</c> (<c>flock</c> where there is no other), which the kernel lets go of when the
/// process ends, however it ends; so a lock file that is left behind means nothing. Who holds it stands in a file beside it, because
/// a locked file cannot be read by others everywhere. File systems without locks, such as some network shares, do not keep anyone out.
/// </remarks>
internal sealed class DirectoryLock : IDisposable
{
    private const string LockFile = "lock";
    private const string HolderFile = "lock.holder";

    private readonly FileStream _lock;

    private DirectoryLock(FileStream locked) => _lock = locked;

    /// <summary>Takes the lock.</summary>
    /// <param name="directory">An existing directory.</param>
    /// <returns>Lets go of it when disposed of.</returns>
    /// <exception cref="StorageException">Someone else has it: the message names the process; or the directory cannot be
    /// written.</exception>
    public static DirectoryLock Take(string directory)
    {
        var path = Path.Combine(directory, LockFile);
        FileStream locked;
        try
        {
            locked = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw EmbeddedStorageErrors.NoDirectory(directory, cause);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw EmbeddedStorageErrors.InUse(directory, ReadHolder(directory));
        }
        catch (IOException cause)
        {
            throw EmbeddedStorageErrors.NoDirectory(directory, cause);
        }

        var taken = new DirectoryLock(locked);
        try
        {
            WriteHolder(directory);
            return taken;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            taken.Dispose();
            throw EmbeddedStorageErrors.NoDirectory(directory, cause);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static void WriteHolder(string directory) => File.WriteAllText(
        Path.Combine(directory, HolderFile),
        string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));

    private static string ReadHolder(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, HolderFile));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
