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
    private readonly EmbeddedStorage? _storage;
    private readonly ActorSystem _system;

    private EmbeddedNode(EmbeddedStorage? storage, ActorSystem system)
    {
        _storage = storage;
        _system = system;
    }

    /// <summary>Starts a node.</summary>
    /// <param name="configuration">What is configured.</param>
    /// <param name="host">What it says of the node.</param>
    /// <param name="submission">The job that it is for: it has as many slots as the job's largest parallelism.</param>
    /// <param name="logging">Where Akka's log goes.</param>
    /// <param name="clock">The node's clock.</param>
    /// <exception cref="StorageException">The storage cannot be opened.</exception>
    public static EmbeddedNode Start(
        FlinkConfiguration configuration, HostSettings host, JobSubmission submission, ILoggerFactory logging, TimeProvider clock)
    {
        var storage = submission.Settings.Checkpoints.Interval is null ? null : EmbeddedStorage.Open(host.Directory);
        var slots = submission.Graph.Vertices.Max(vertex => vertex.Parallelism);
        var config = ConfigurationFactory.ParseString(
            $$"""
            akka {
              loglevel = {{host.LogLevel}}
              stdout-loglevel = OFF
              log-dead-letters = off
              flink.task-dispatcher.dedicated-thread-pool.thread-count = {{(host.TaskThreads > 0 ? host.TaskThreads : slots)}}
            }
            """).WithFallback(configuration.Akka);
        if (storage is not null)
            config = config.WithFallback(storage.Config);
        var system = ActorSystem.Create("akka-flink", BootstrapSetup.Create().WithConfig(config).WithMicrosoftLogging(logging));
        return new EmbeddedNode(storage, system);
    }

    /// <summary>Ends the node.</summary>
    public async ValueTask DisposeAsync()
    {
        await _system.Terminate().ConfigureAwait(false);
        _storage?.Dispose();
    }
}
