namespace Akka.Flink.Runtime.Crash;

using Akka.Actor;
using Akka.Configuration;

/// <summary>A store of either kind, with what it needs.</summary>
internal sealed class CrashStore(IChunkStore store, ActorSystem? system, IDisposable rest) : IAsyncDisposable
{
    public IChunkStore Store => store;

    public static CrashStore Open(string kind, string folder)
    {
        if (kind == "directory")
        {
            var files = new DirectoryChunkStore(folder, new NodeBudget());
            return new CrashStore(files, null, files);
        }

        var storage = EmbeddedStorage.Open(folder);
        var quiet = ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF }");
        var system = ActorSystem.Create("crash", quiet.WithFallback(storage.Config));
        return new CrashStore(new JournalChunkStore(system, new NodeBudget()), system, storage);
    }

    public async ValueTask DisposeAsync()
    {
        if (system is not null)
            await system.Terminate();
        rest.Dispose();
    }
}
