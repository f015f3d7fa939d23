namespace Akka.Flink.Runtime;

using System.ComponentModel;
using System.Runtime.InteropServices;

/// <summary>Files that are there whole or not at all, whatever fails meanwhile: written aside, synced, renamed.</summary>
internal static class DurableFile
{
    /// <summary>What names of files have behind them while they are written.</summary>
    public const string AsideExtension = ".part";

    private const int Exists = 17;   // EEXIST, on Linux and macOS

    /// <summary>A name for the time while a file is written, which nobody else uses.</summary>
    /// <param name="path">The file.</param>
    public static string AsideOf(string path) => $"{path}.{Guid.NewGuid():N}{AsideExtension}";

    /// <summary>Gives a file that was written aside, and synced, its name; one that has the name is replaced.</summary>
    /// <param name="aside">The file that was written.</param>
    /// <param name="path">Its name.</param>
    /// <exception cref="IOException">The name could not be given or synced.</exception>
    public static void Name(string aside, string path)
    {
        File.Move(aside, path, overwrite: true);
        DirectorySync.Flush(Path.GetDirectoryName(path)!);
    }

    /// <summary>Writes a small file, unless there is one of its name. Of several processes that try at once one succeeds.</summary>
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

        var isNamed = TryName(aside, path);
        File.Delete(aside);
        if (isNamed)
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
        return isNamed;
    }

    // Outside of Windows File.Move looks first and renames then, and a rename replaces what came in between; a link does not.
    private static bool TryName(string aside, string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            if (Link(aside, path) == 0)
                return true;
            return Marshal.GetLastPInvokeError() == Exists ? false : throw Error(path);
        }

        try
        {
            File.Move(aside, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    private static IOException Error(string path) =>
        new($"Could not name the file '{path}': {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
}
