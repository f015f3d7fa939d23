namespace Akka.Flink.Runtime;

/// <summary>What the tasks of a job on one node have counted, once a second, to their job master.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Node">The node.</param>
/// <param name="Tasks">One for each task.</param>
internal sealed record TasksSampled(AttemptId Attempt, string Node, IReadOnlyList<TaskMetrics> Tasks) : ITaskMessage;
