namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What nodes and their REST APIs say to the job manager, by its proxy, and what it answers.</summary>
internal static class ClusterProtocol
{
    /// <summary>A node is there. Said each second, so that a new job manager knows all nodes soon; answered by <see cref="NodeAccepted"/>
    /// or
    /// <see cref="NodeRefused"/>.</summary>
    /// <param name="Description">The node.</param>
    public sealed record RegisterNode(NodeDescription Description) : IClusterMessage;

    /// <summary>The job manager knows the node.</summary>
    /// <param name="Term">The job manager's term.</param>
    public sealed record NodeAccepted(long Term) : IClusterMessage;

    /// <summary>The job manager does not use the node.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    public sealed record NodeRefused(string Reason) : IClusterMessage;

    /// <summary>A node is about to leave. Said again until it is answered by <see cref="NodeMayLeave"/>: no plan uses it any
    /// more.</summary>
    /// <param name="Node">Its unique address.</param>
    public sealed record NodeLeaves(string Node) : IClusterMessage;

    /// <summary>No plan uses the node any more.</summary>
    /// <param name="Node">Its unique address.</param>
    public sealed record NodeMayLeave(string Node) : IClusterMessage;

    /// <summary>To a node: leave the cluster, and end.</summary>
    public sealed record LeaveCluster : IClusterMessage;

    /// <summary>Run a program's job; answered by <see cref="OrderTaken"/> or <see cref="RequestRefused"/>.</summary>
    /// <param name="Job">The job's id.</param>
    /// <param name="Program">The program.</param>
    /// <param name="Restart">Whether one that has finished is to run anew.</param>
    public sealed record SubmitProgram(JobId Job, JobProgram Program, bool Restart) : IClusterMessage;

    /// <summary>Answered by <see cref="JobList"/>.</summary>
    public sealed record ListJobs : IClusterMessage;

    /// <summary>Answered by <see cref="JobDescribed"/> or <see cref="RequestRefused"/>.</summary>
    /// <param name="Job">The job's id, or its name.</param>
    public sealed record DescribeJob(string Job) : IClusterMessage;

    /// <summary>Cancel a job without a checkpoint; answered by <see cref="OrderTaken"/> or <see cref="RequestRefused"/>.</summary>
    /// <param name="Job">The job's id, or its name.</param>
    public sealed record CancelJob(string Job) : IClusterMessage;

    /// <summary>Stop a job with a last checkpoint; answered by <see cref="OrderTaken"/> or <see cref="RequestRefused"/>.</summary>
    /// <param name="Job">The job's id, or its name.</param>
    public sealed record StopJob(string Job) : IClusterMessage;

    /// <summary>Give a job, or an operator, another parallelism; answered by <see cref="OrderTaken"/> once it is recorded, or by
    /// <see cref="RequestRefused"/>.</summary>
    /// <param name="Job">The job's id, or its name.</param>
    /// <param name="Parallelism">The parallelism.</param>
    /// <param name="Uid">The operator; null for all.</param>
    public sealed record RescaleJob(string Job, int Parallelism, string? Uid) : IClusterMessage;

    /// <summary>Take a savepoint of a job, or stop it with one, or behind the end of all input; answered by <see cref="SavepointBegun"/> or
    /// <see cref="RequestRefused"/>.</summary>
    /// <param name="Job">The job's id, or its name.</param>
    /// <param name="IsSaved">Whether there is a savepoint.</param>
    /// <param name="Directory">Where savepoints go; null for the default.</param>
    /// <param name="Stop">Whether the job ends with it.</param>
    /// <param name="Drain">Whether its sources end first.</param>
    public sealed record SaveJob(string Job, bool IsSaved, string? Directory, bool Stop, bool Drain) : IClusterMessage;

    /// <summary>A savepoint is being taken, or the job ends.</summary>
    /// <param name="Path">The savepoint's directory; null when the job ends without one.</param>
    public sealed record SavepointBegun(string? Path) : IClusterMessage;

    /// <summary>How far a job's last savepoints are; answered by <see cref="SavepointList"/> or <see cref="RequestRefused"/>.</summary>
    /// <param name="Job">The job's id, or its name.</param>
    public sealed record ListSavepoints(string Job) : IClusterMessage;

    /// <summary>The last savepoints of a job that were asked for since the job manager leads, the oldest first.</summary>
    /// <param name="Savepoints">The savepoints.</param>
    public sealed record SavepointList(ImmutableArray<SavepointDescription> Savepoints) : IClusterMessage;

    /// <summary>Answered by <see cref="NodeList"/>.</summary>
    public sealed record ListNodes : IClusterMessage;

    /// <summary>Have a node leave; answered by <see cref="OrderTaken"/> or <see cref="RequestRefused"/>.</summary>
    /// <param name="Node">Its address, 'host:port' or in full.</param>
    public sealed record LeaveNode(string Node) : IClusterMessage;

    /// <summary>What was asked for is under way.</summary>
    public sealed record OrderTaken : IClusterMessage;

    /// <summary>What was asked for is not done.</summary>
    /// <param name="Domain">Whose turn it is.</param>
    /// <param name="Message">Why, and what to do.</param>
    public sealed record RequestRefused(ErrorDomain Domain, string Message) : IClusterMessage;

    /// <summary>All jobs, by name.</summary>
    /// <param name="Jobs">The jobs.</param>
    public sealed record JobList(ImmutableArray<JobSummary> Jobs) : IClusterMessage;

    /// <summary>A job.</summary>
    /// <param name="Description">What there is to say of it.</param>
    public sealed record JobDescribed(JobDescription Description) : IClusterMessage;

    /// <summary>All nodes, by address.</summary>
    /// <param name="Nodes">The nodes.</param>
    public sealed record NodeList(ImmutableArray<NodeSummary> Nodes) : IClusterMessage;
}
