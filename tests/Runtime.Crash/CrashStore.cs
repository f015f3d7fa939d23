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

        return kind == "journal" ? OfOneProcess(EmbeddedStorage.Open(folder)) : await OfClusterAsync(kind, folder);
    }

    private static CrashStore OfOneProcess(EmbeddedStorage storage)
    {
        var system = StartSystem(storage.Config);
        return new CrashStore(new JournalChunkStore(system, new NodeBudget()), system, storage);
    }

    private static async Task<CrashStore> OfClusterAsync(string kind, string folder)
    {
        var settings = new ClusterStorageSettings(null, folder, ControlDatabaseKind.Sqlite, "", TimeSpan.FromSeconds(30));
        var storage = await ClusterStorage.OpenAsync(settings, TimeProvider.System, CancellationToken.None);
        Console.WriteLine(storage.ClusterId);
        if (kind == "cluster")
            return new CrashStore(storage.Chunks, null, storage);

        var system = StartSystem(storage.Config.WithFallback(JournalChunkStore.DefaultConfig));
        return new CrashStore(new JournalChunkStore(system, new NodeBudget(), ClusterStorage.ControlJournal), system, storage);
    }

    private static ActorSystem StartSystem(Config config)
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
}
