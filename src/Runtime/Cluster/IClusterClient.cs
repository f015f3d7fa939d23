namespace Akka.Flink.Runtime;

/// <summary>What a node's REST API asks of the cluster's job manager, wherever that runs.</summary>
/// <remarks>Each method fails with <see cref="ClusterUnavailableException"/> when no job manager answers within its time, and with another
/// <see cref="Akka.Flink.FlinkException"/> when the request is refused.</remarks>
internal interface IClusterClient
{
    /// <summary>Submits a program's job, whose artifact is stored already.</summary>
    /// <param name="job">The job's id.</param>
    /// <param name="program">The program.</param>
    /// <param name="restart">Whether a job that has finished is to run anew.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>When it is recorded.</returns>
    Task SubmitAsync(JobId job, JobProgram program, bool restart, CancellationToken cancellationToken);

    /// <summary>All jobs that the job manager knows.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The jobs, by name.</returns>
    Task<IReadOnlyList<JobSummary>> ListAsync(CancellationToken cancellationToken);

    /// <summary>What is to be said of a job.</summary>
    /// <param name="job">The job's id, or its name if only one job has it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The job.</returns>
    Task<JobDescription> StatusAsync(string job, CancellationToken cancellationToken);

    /// <summary>Cancels a job without a checkpoint.</summary>
    /// <param name="job">Its id or name.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>When the order was taken.</returns>
    Task CancelAsync(string job, CancellationToken cancellationToken);

    /// <summary>Stops a job with a last checkpoint; submitted again, it resumes.</summary>
    /// <param name="job">Its id or name.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>When the order was taken.</returns>
    Task StopAsync(string job, CancellationToken cancellationToken);

    /// <summary>Gives a job, or one of its operators, another parallelism: a stopping checkpoint, a new plan, a new attempt.</summary>
    /// <param name="job">Its id or name.</param>
    /// <param name="parallelism">The new parallelism: 1 to the maximum parallelism.</param>
    /// <param name="uid">The operator, or <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>When the order was taken.</returns>
    Task RescaleAsync(string job, int parallelism, string? uid, CancellationToken cancellationToken);

    /// <summary>Takes a savepoint of a job, or stops it with one, or behind the end of all input.</summary>
    /// <param name="save">What is wanted.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The savepoint's directory, in which it is being taken; null without one.</returns>
    Task<string?> SaveAsync(ClusterProtocol.SaveJob save, CancellationToken cancellationToken);

    /// <summary>How far a job's last savepoints are.</summary>
    /// <param name="job">The job's id, or its name.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The savepoints, the oldest first.</returns>
    Task<IReadOnlyList<SavepointDescription>> SavepointsAsync(string job, CancellationToken cancellationToken);

    /// <summary>The nodes that have registered.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The nodes, by address.</returns>
    Task<IReadOnlyList<NodeSummary>> NodesAsync(CancellationToken cancellationToken);

    /// <summary>Lets a node leave the cluster gracefully: its jobs are moved first.</summary>
    /// <param name="node">Its address, 'host:port' or in full.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>When the order was taken.</returns>
    Task LeaveAsync(string node, CancellationToken cancellationToken);
}
