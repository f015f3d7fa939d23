namespace Akka.Flink.Host.Rest;

using System.Collections.Immutable;
using Akka.Flink.Runtime;

/// <summary>A job: the line of the list, and all that is to be said of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why, or why it does not progress.</param>
/// <param name="Attempt">Its attempt, from 1.</param>
/// <param name="Since">Since when it has been in this status.</param>
/// <param name="Vertices">Its vertices with their subtasks.</param>
/// <param name="LastCheckpoint">The last completed checkpoint, or null.</param>
/// <param name="Restores">What each attempt began from, the oldest first.</param>
internal sealed record JobAnswer(
    string Id,
    string Name,
    JobStatus Status,
    string? Reason,
    int Attempt,
    DateTimeOffset Since,
    ImmutableArray<VertexDescription> Vertices,
    CheckpointDescription? LastCheckpoint,
    ImmutableArray<RestoreDescription> Restores)
{
    /// <summary>The answer for a job.</summary>
    /// <param name="job">The job.</param>
    public static JobAnswer Of(JobDescription job) => new(
        job.Summary.Id, job.Summary.Name, job.Summary.Status, job.Summary.Reason, job.Summary.Attempt, job.Summary.Since,
        job.Vertices, job.LastCheckpoint, job.Restores);
}
