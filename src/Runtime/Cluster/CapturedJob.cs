namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;

/// <summary>A job as its program describes it, before it runs anywhere.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Settings">The settings of the node, with those of the job's own command line over them.</param>
internal sealed record CapturedJob(JobGraph Graph, JobSettings Settings);
