namespace Akka.Flink.Jobs.Actors;

using Akka.Flink.Jobs.Engine;

/// <summary>Runs jobs on actors, all on one node.</summary>
internal sealed class ActorDriver : IJobDriver
{
    private readonly TimeSpan? _checkpointInterval;
    private readonly string? _directory;
    private readonly ActorNode _node;
    private int _runs;

    /// <summary>Starts the node.</summary>
    /// <param name="parallelism">The parallelism of all jobs: the number of threads for tasks.</param>
    /// <param name="checkpointInterval">Between two checkpoints, to the local disk; null for none.</param>
    public ActorDriver(int parallelism, TimeSpan? checkpointInterval)
    {
        _checkpointInterval = checkpointInterval;
        _directory = checkpointInterval is null ? null : Directory.CreateTempSubdirectory("akka-flink-bench-").FullName;
        _node = new ActorNode(parallelism, _directory);
    }

    public Outcome Run(JobCase run, RunMeter meter)
    {
        var sink = new ChecksumSink(run.Checksum, meter);
        var graph = EngineJobs.GraphOf(run, sink, meter, _checkpointInterval);
        _node.Run($"{run.Job}-{++_runs}", graph);
        return sink.Outcome;
    }

    public void Dispose()
    {
        _node.Dispose();
        if (_directory is not null)
            Directory.Delete(_directory, recursive: true);
    }
}
