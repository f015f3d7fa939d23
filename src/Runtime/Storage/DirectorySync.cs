namespace Akka.Flink.Runtime;

using System.ComponentModel;
using System.Runtime.InteropServices;

/// <summary>Makes the names in a directory durable: a file that was synced may still be lost by name.</summary>
/// <remarks>.NET opens no directories, so this asks the C library. Windows keeps names in its journal and needs no asking.</remarks>
internal static class DirectorySync
{
    private const int ReadOnly = 0;

    /// <summary>Waits until the names that a directory holds are on disk.</summary>
    /// <param name="directory">The directory.</param>
    /// <exception cref="IOException">It could not be opened or synced.</exception>
    public static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;

        var descriptor = Open(directory, ReadOnly);
        if (descriptor < 0)
            throw Error("open", directory);

        try
        {
            if (Sync(descriptor) != 0)
                throw Error("sync", directory);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Error(string what, string directory) =>
        new($"Could not {what} the directory '{directory}': {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
