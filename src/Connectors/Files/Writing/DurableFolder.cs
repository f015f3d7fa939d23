namespace Akka.Flink.Connectors.Files;

using System.ComponentModel;
using System.Runtime.InteropServices;

/// <summary>Makes the names in a folder durable: a file's contents are by its own flush, its name only by the folder's.</summary>
internal static partial class DurableFolder
{
    private const int ReadOnly = 0;

    /// <summary>Makes the names durable.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">It cannot be done.</exception>
    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows())
            return;   // names are durable there with the file

        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
            throw Failed(path);

        try
        {
            if (FSync(descriptor) != 0)
                throw Failed(path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failed(string path)
    {
        var cause = new Win32Exception(Marshal.GetLastPInvokeError());
        return new IOException($"The names in '{path}' cannot be made durable: {cause.Message}", cause);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
