namespace Akka.Flink.Runtime.Tests.Jobs;

using Akka.Actor;
using Akka.Configuration;

/// <summary>What a process that runs jobs by itself has: storage, an actor system, the runtime. Disposing of it is how it dies.</summary>
internal sealed class RuntimeProcess : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const string Quiet = """
        akka {
          loglevel = OFF
          stdout-loglevel = OFF
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          flink.task-dispatcher.dedicated-thread-pool.thread-count = 2
        }
        """;

    private readonly IDisposable _storage;

    private RuntimeProcess(
        IDisposable storage, Config journal, IChunkStore? chunks, JobManagerSettings? settings, long maxStateBytes = long.MaxValue)
    {
        _storage = storage;
        System = ActorSystem.Create(
            "jobs", ConfigurationFactory.ParseString(Quiet).WithFallback(journal).WithFallback(JobRuntime.DefaultConfiguration));
        chunks ??= new JournalChunkStore(System, new NodeBudget(), place: (storage as EmbeddedStorage)?.StatePath);
        Services = new NodeServices("local", new JobCache(), chunks, TimeProvider.System) { MaxStateBytes = maxStateBytes };
        Runtime = JobRuntime.Start(System, Services, settings);
    }

    public ActorSystem System { get; }

    public NodeServices Services { get; }

    public JobRuntime Runtime { get; }

    /// <summary>Starts in a directory, where another may have left something.</summary>
    public static RuntimeProcess In(
        string directory, JobManagerSettings? settings = null, long maxStateBytes = long.MaxValue)
    {
        var storage = EmbeddedStorage.Open(directory);
        return new RuntimeProcess(storage, storage.Config, null, settings, maxStateBytes);
    }

    /// <summary>Starts on what a cluster shares.</summary>
    public static RuntimeProcess On(ClusterStorage storage, JobManagerSettings? settings = null) =>
        new(storage, storage.Config, storage.Chunks, settings);

    public async ValueTask DisposeAsync()
    {
        await System.Terminate().WaitAsync(Patience);
        _storage.Dispose();
    }
}
