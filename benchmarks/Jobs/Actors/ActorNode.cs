namespace Akka.Flink.Jobs.Actors;

using Akka.Actor;
using Akka.Configuration;
using Akka.Flink.Operators;
using Akka.Flink.Runtime;

/// <summary>A node in this process, as the command line starts one: job manager, masters, tasks; and storage in a directory where jobs take
/// checkpoints.</summary>
internal sealed class ActorNode : IDisposable
{
    private const string MemoryJournal = "akka.persistence.journal.inmem";

    private readonly EmbeddedStorage? _storage;
    private readonly ActorSystem _system;
    private readonly JobRuntime _runtime;

    /// <summary>Starts a node.</summary>
    /// <param name="threads">How many threads tasks have.</param>
    /// <param name="directory">Where state goes; null for a node whose jobs take no checkpoints.</param>
    public ActorNode(int threads, string? directory)
    {
        _storage = directory is null ? null : EmbeddedStorage.Open(directory);
        var config = ConfigurationFactory.ParseString(
            $$"""
            akka {
              loglevel = WARNING
              log-dead-letters = off
              flink.task-dispatcher.dedicated-thread-pool.thread-count = {{threads}}
            }
            """).WithFallback(_storage?.Config ?? Unrecorded).WithFallback(JobRuntime.DefaultConfiguration);
        _system = ActorSystem.Create("benchmarks", config);
        var chunks = new JournalChunkStore(
            _system, new NodeBudget(), _storage is null ? MemoryJournal : EmbeddedStorage.StateJournal);
        _runtime = JobRuntime.Start(_system, new NodeServices("local", new JobCache(), chunks, TimeProvider.System));
    }

    private static Config Unrecorded { get; } = ConfigurationFactory.ParseString(
        $$"""
        akka.persistence {
          journal.plugin = "{{MemoryJournal}}"
          snapshot-store.plugin = "akka.persistence.no-snapshot-store"
        }
        """).WithFallback(JournalChunkStore.DefaultConfig);

    /// <summary>Runs a job, or resumes it.</summary>
    /// <param name="id">What it is resumed by.</param>
    /// <param name="graph">The job.</param>
    /// <returns>The running job.</returns>
    public IJobClient Submit(string id, JobGraph graph)
    {
        var settings = JobSettings.Default with { Checkpoints = new CheckpointSettings { Interval = graph.CheckpointInterval } };
        return _runtime.SubmitAsync(new JobSubmission(new JobId(id), graph, settings)).GetAwaiter().GetResult();
    }

    /// <summary>Runs a job to its end.</summary>
    /// <param name="id">What it would be resumed by.</param>
    /// <param name="graph">The job.</param>
    /// <exception cref="InvalidOperationException">It did not finish.</exception>
    public void Run(string id, JobGraph graph)
    {
        var outcome = Submit(id, graph).Completion.GetAwaiter().GetResult();
        if (outcome.Status != JobStatus.Finished)
            throw new InvalidOperationException($"The job '{id}' ended as {outcome.Status}: {outcome.Failure?.Details}");
    }

    /// <summary>Ends the node.</summary>
    public void Dispose()
    {
        _system.Terminate().GetAwaiter().GetResult();
        _storage?.Dispose();
    }
}
