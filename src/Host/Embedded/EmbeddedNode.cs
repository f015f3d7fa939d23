namespace Akka.Flink.Host.Embedded;

using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Flink.Host.Logging;
using Akka.Flink.Runtime;
using Microsoft.Extensions.Logging;

/// <summary>A node in this process: an actor system, and the storage beneath it if the job takes checkpoints.</summary>
internal sealed class EmbeddedNode : IAsyncDisposable
{
    private const string MemoryJournal = "akka.persistence.journal.inmem";

    private static readonly TimeSpan DeletionPatience = TimeSpan.FromSeconds(2);

    // What is recorded of a job without checkpoints lives as long as the process.
    private static readonly Config Unrecorded = ConfigurationFactory.ParseString(
        $$"""
        akka.persistence {
          journal.plugin = "{{MemoryJournal}}"
          snapshot-store.plugin = "akka.persistence.no-snapshot-store"
        }
        """).WithFallback(JournalChunkStore.DefaultConfig);

    private readonly EmbeddedStorage? _storage;
    private readonly ActorSystem _system;
    private readonly JobRuntime _runtime;

    private EmbeddedNode(EmbeddedStorage? storage, ActorSystem system, JobRuntime runtime)
    {
        _storage = storage;
        _system = system;
        _runtime = runtime;
    }

    /// <summary>Starts a node.</summary>
    /// <param name="configuration">What is configured.</param>
    /// <param name="host">What it says of the node.</param>
    /// <param name="submission">The job that it is for: it has as many slots as the job needs.</param>
    /// <param name="logging">Where Akka's log goes.</param>
    /// <param name="clock">The node's clock.</param>
    /// <exception cref="StorageException">The storage cannot be opened.</exception>
    public static EmbeddedNode Start(
        FlinkConfiguration configuration, HostSettings host, JobSubmission submission, ILoggerFactory logging, TimeProvider clock)
    {
        var storage = submission.Settings.Checkpoints.Interval is null ? null : EmbeddedStorage.Open(host.Directory);
        var config = Configure(configuration, host, submission).WithFallback(storage?.Config ?? Unrecorded)
            .WithFallback(JobRuntime.DefaultConfiguration);
        var system = ActorSystem.Create("akka-flink", BootstrapSetup.Create().WithConfig(config).WithMicrosoftLogging(logging));
        var chunks = new JournalChunkStore(
            system, new NodeBudget(), storage is null ? MemoryJournal : EmbeddedStorage.StateJournal, storage?.StatePath);
        var services = new NodeServices("local", new JobCache(), chunks, clock);
        return new EmbeddedNode(storage, system, JobRuntime.Start(system, services));
    }

    /// <summary>Runs a job, or goes on with it.</summary>
    /// <param name="submission">The job.</param>
    /// <exception cref="FlinkException">It has finished before, or the storage cannot be used.</exception>
    public Task<IJobClient> SubmitAsync(JobSubmission submission) => _runtime.SubmitAsync(submission);

    /// <summary>Ends the node.</summary>
    public async ValueTask DisposeAsync()
    {
        await _runtime.DrainAsync(DeletionPatience).ConfigureAwait(false);
        await _system.Terminate().ConfigureAwait(false);
        _storage?.Dispose();
    }

    private static Config Configure(FlinkConfiguration configuration, HostSettings host, JobSubmission submission)
    {
        var slots = Placement.SlotsOf(submission.Graph);
        return ConfigurationFactory.ParseString(
            $$"""
            akka {
              loglevel = {{host.LogLevel}}
              stdout-loglevel = OFF
              log-dead-letters = off
              flink.task-dispatcher.dedicated-thread-pool.thread-count = {{(host.TaskThreads > 0 ? host.TaskThreads : slots)}}
            }
            """).WithFallback(configuration.Akka);
    }
}
