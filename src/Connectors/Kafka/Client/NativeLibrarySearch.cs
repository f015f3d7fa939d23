namespace Akka.Flink.Connectors.Kafka;

using System.Reflection;
using System.Runtime.InteropServices;
using Confluent.Kafka;

/// <summary>Finds librdkafka where its NuGet package is not part of the program.</summary>
internal static class NativeLibrarySearch
{
    /// <summary>The environment variable with the library's path.</summary>
    public const string Variable = "AKKA_FLINK_LIBRDKAFKA";

    private const string SystemName = "librdkafka.so.1";

    private static readonly Lock Gate = new();
    private static string? _path;
    private static bool _isLoaded;

    /// <summary>Loads the library, once for the process.</summary>
    /// <param name="setting">Its path as the configuration says; null for the environment's, or for where the system looks.</param>
    /// <exception cref="JobException">It was not found, or does not fit.</exception>
    public static void Load(string? setting)
    {
        lock (Gate)
        {
            if (_isLoaded)
                return;

            var isFirst = _path is null;
            _path = setting ?? Environment.GetEnvironmentVariable(Variable) ?? "";
            if (isFirst)
                NativeLibrary.SetDllImportResolver(typeof(Library).Assembly, Resolve);
            LoadOnce();
            _isLoaded = true;
        }
    }

    private static void LoadOnce()
    {
        try
        {
            if (_path!.Length > 0)
                NativeLibrary.Load(_path);   // says more than the client does of a path that is wrong
            Library.Load();
        }
        catch (Exception cause) when (cause is DllNotFoundException or BadImageFormatException or InvalidOperationException
            or TypeInitializationException or EntryPointNotFoundException)
        {
            throw _path!.Length > 0 ? KafkaErrors.LibraryUnusable(_path, cause) : KafkaErrors.NoLibrary(cause);
        }
    }

    // Packages of systems bring the second name; the first one belongs to those for developers.
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name != "librdkafka")
            return 0;
        if (_path!.Length > 0)
            return NativeLibrary.Load(_path);

        return NativeLibrary.TryLoad(name, assembly, search, out var found) || NativeLibrary.TryLoad(SystemName, out found) ? found : 0;
    }
}
