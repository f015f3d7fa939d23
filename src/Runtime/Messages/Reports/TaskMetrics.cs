namespace Akka.Flink.Runtime;

/// <summary>What a subtask has counted so far; sent to whoever samples.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Operators">Its operators, in order.</param>
/// <param name="BackPressuredMs">How long it could not write, since it runs.</param>
/// <param name="BusyMs">How long it worked, since it runs.</param>
internal sealed record TaskMetrics(
    AttemptId Attempt, SubtaskId Subtask, IReadOnlyList<OperatorMetricsSample> Operators, long BackPressuredMs, long BusyMs) : ITaskMessage;
