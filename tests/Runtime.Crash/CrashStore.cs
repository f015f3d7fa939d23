namespace Akka.Flink.Runtime.Crash;

using Akka.Actor;
using Akka.Configuration;

/// <summary>A store of either kind, with what it needs.</summary>
internal sealed class CrashStore(IChunkStore store, ActorSystem? system, IDisposable rest) : IAsyncDisposable
{
    public IChunkStore Store => store;

    public static async Task<CrashStore> OpenAsync(string kind, string folder)
    {
        if (kind == "directory")
        {
            var files = new DirectoryChunkStore(folder, new NodeBudget());
            return new CrashStore(files, null, files);
        }

        if (kind == "journal")
            return OfOneProcess(EmbeddedStorage.Open(folder));

        var storage = await OpenClusterAsync(folder);
        return new CrashStore(storage.Chunks, null, storage);
    }

    public static async Task<ClusterStorage> OpenClusterAsync(string folder)
    {
        var settings = new ClusterStorageSettings(null, folder, ControlDatabaseKind.Sqlite, "", TimeSpan.FromSeconds(30));
        var storage = await ClusterStorage.OpenAsync(settings, TimeProvider.System, CancellationToken.None);
        Console.WriteLine(storage.ClusterId);
        return storage;
    }

    public static ActorSystem StartSystem(Config config)
    {
        var quiet = ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF }");
        return ActorSystem.Create("crash", quiet.WithFallback(config));
    }

    public async ValueTask DisposeAsync()
    {
        if (system is not null)
            await system.Terminate();
        rest.Dispose();
    }

    private static CrashStore OfOneProcess(EmbeddedStorage storage)
    {
        var system = StartSystem(storage.Config);
        return new CrashStore(new JournalChunkStore(system, new NodeBudget()), system, storage);
    }
}
