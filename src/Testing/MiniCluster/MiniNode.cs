namespace Akka.Flink.Testing;

using Akka.Actor;
using Akka.Configuration;
using Akka.Flink.Runtime;

/// <summary>What a cluster starts and lets die: storage, an actor system, the runtime.</summary>
internal sealed class MiniNode
{
    private static readonly TimeSpan DeletionPatience = TimeSpan.FromSeconds(2);

    private readonly EmbeddedStorage _storage;
    private readonly ActorSystem _system;

    private MiniNode(EmbeddedStorage storage, ActorSystem system, JobRuntime runtime) =>
        (_storage, _system, Runtime) = (storage, system, runtime);

    /// <summary>Runs jobs.</summary>
    public JobRuntime Runtime { get; }

    /// <summary>Starts over a folder.</summary>
    /// <param name="configuration">What is configured.</param>
    /// <param name="directory">The folder.</param>
    /// <param name="taskThreads">How many threads tasks have.</param>
    /// <param name="faults">What fails.</param>
    public static MiniNode Start(FlinkConfiguration configuration, string directory, int taskThreads, CheckpointFaults faults)
    {
        var storage = EmbeddedStorage.Open(directory);
        var config = ConfigurationFactory.ParseString(
            $$"""
            akka {
              loglevel = OFF
              stdout-loglevel = OFF
              log-dead-letters = off
              log-dead-letters-during-shutdown = off
              flink.task-dispatcher.dedicated-thread-pool.thread-count = {{taskThreads}}
            }
            """).WithFallback(configuration.Akka).WithFallback(storage.Config).WithFallback(JobRuntime.DefaultConfiguration);
        var system = ActorSystem.Create("mini-cluster", config);
        var chunks = new FailingChunkStore(new JournalChunkStore(system, new NodeBudget(), EmbeddedStorage.StateJournal), faults);
        var services = new NodeServices("local", new JobCache(), chunks, TimeProvider.System);
        return new MiniNode(storage, system, JobRuntime.Start(system, services));
    }

    /// <summary>Finds a task. The runtime names them by job, attempt, vertex and subtask.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="subtask">The subtask.</param>
    /// <param name="patience">How long to look.</param>
    /// <returns>The task; null if there is none.</returns>
    public async Task<IActorRef?> FindTaskAsync(AttemptId attempt, SubtaskId subtask, TimeSpan patience)
    {
        var name = $"{SegmentNames.PrefixOf(attempt.Job)}{attempt.Number}-{subtask.Vertex}-{subtask.Index}";
        try
        {
            return await _system.ActorSelection($"/user/flink-tasks/{name}").ResolveOne(patience).ConfigureAwait(false);
        }
        catch (ActorNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Ends it.</summary>
    /// <param name="isClean">Whether segments that nobody needs are deleted first.</param>
    public async Task StopAsync(bool isClean)
    {
        if (isClean)
            await Runtime.DrainAsync(DeletionPatience).ConfigureAwait(false);
        await _system.Terminate().ConfigureAwait(false);
        _storage.Dispose();
    }
}
