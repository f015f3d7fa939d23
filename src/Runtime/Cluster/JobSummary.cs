namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

// What the job manager says of jobs, and the REST API shows. One file: they are read together.

/// <summary>A line of the list of jobs.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why, or why it does not progress.</param>
/// <param name="Attempt">Its attempt: from 1.</param>
/// <param name="Since">Since when it has been in this status.</param>
internal sealed record JobSummary(string Id, string Name, JobStatus Status, string? Reason, int Attempt, DateTimeOffset Since);

/// <summary>What is to be said of a job.</summary>
/// <param name="Summary">The line of the list.</param>
/// <param name="Vertices">Its vertices with their subtasks; empty while there is no attempt.</param>
/// <param name="LastCheckpoint">The last completed checkpoint, or <see langword="null"/>.</param>
/// <param name="Restores">What each attempt began from, the oldest first; at most the last hundred.</param>
internal sealed record JobDescription(
    JobSummary Summary,
    ImmutableArray<VertexDescription> Vertices,
    CheckpointDescription? LastCheckpoint,
    ImmutableArray<RestoreDescription> Restores);

/// <summary>A vertex of a job.</summary>
/// <param name="Name">Its operators' names.</param>
/// <param name="Uids">Its operators' uids.</param>
/// <param name="Subtasks">Its subtasks.</param>
internal sealed record VertexDescription(string Name, ImmutableArray<string> Uids, ImmutableArray<SubtaskDescription> Subtasks);

/// <summary>A subtask of a job.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Node">The node that it runs on.</param>
/// <param name="Slot">The number of its slot there.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="RecordsIn">Records taken by its first operator in this attempt.</param>
/// <param name="RecordsOut">Records that its last operator emitted.</param>
/// <param name="WatermarkMs">The least watermark of its operators.</param>
/// <param name="BackPressuredMs">How long it had no credit, in all.</param>
/// <param name="BusyMs">How long it was at work, in all.</param>
internal sealed record SubtaskDescription(
    int Index, string Node, int Slot, string Stage, long RecordsIn, long RecordsOut, long WatermarkMs, long BackPressuredMs, long BusyMs);

/// <summary>A completed checkpoint.</summary>
/// <param name="Attempt">The attempt that took it.</param>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was complete.</param>
/// <param name="DurationMs">How long it took.</param>
/// <param name="WrittenBytes">What was written for it.</param>
/// <param name="StateBytes">What a restore reads.</param>
internal sealed record CheckpointDescription(
    int Attempt, long Number, DateTimeOffset At, long DurationMs, long WrittenBytes, long StateBytes);

/// <summary>What an attempt began from.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="At">When it began.</param>
/// <param name="Checkpoint">The checkpoint's 'attempt.number', or <see langword="null"/> for the start.</param>
/// <param name="Positions">Where its sources went on, in their own words.</param>
/// <param name="Cause">Why there was a new attempt.</param>
internal sealed record RestoreDescription(
    int Attempt, DateTimeOffset At, string? Checkpoint, ImmutableArray<string> Positions, string Cause);
