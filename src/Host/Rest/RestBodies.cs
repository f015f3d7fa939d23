namespace Akka.Flink.Host.Rest;

using System.Collections.Immutable;
using Akka.Flink.Runtime;

// What the REST API takes and gives beside the answers of the job manager. One file: they are read together.

/// <summary>A program to run.</summary>
/// <param name="Artifact">The hash of its uploaded archive.</param>
/// <param name="Assembly">The file name of its assembly in the archive.</param>
/// <param name="ClassName">The class whose Main is called, or null for the entry point.</param>
/// <param name="Arguments">The program's own arguments.</param>
/// <param name="Assignments">Settings, 'key=value', that win over those of the nodes.</param>
/// <param name="Restart">Whether a job that has finished is to run anew.</param>
internal sealed record SubmitRequest(
    string Artifact,
    string Assembly,
    string? ClassName = null,
    ImmutableArray<string>? Arguments = null,
    ImmutableArray<string>? Assignments = null,
    bool Restart = false);

/// <summary>What was submitted.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Name">Its name.</param>
internal sealed record SubmitAnswer(string Id, string Name);

/// <summary>Another parallelism.</summary>
/// <param name="Parallelism">How many subtasks.</param>
/// <param name="Uid">The operator, or null for all.</param>
internal sealed record RescaleRequest(int Parallelism, string? Uid = null);

/// <summary>How a node is.</summary>
/// <param name="Ok">Whether it is well.</param>
/// <param name="Reason">In words.</param>
internal sealed record HealthAnswer(bool Ok, string Reason);

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
