namespace Akka.Flink.Runtime;

/// <summary>What a subtask has counted so far; sent to whoever samples.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Operators">Its operators, in order.</param>
/// <param name="BackPressuredMs">How long it could not write, since it runs.</param>
/// <param name="BusyMs">How long it worked, since it runs.</param>
internal sealed record TaskMetrics(
    AttemptId Attempt, SubtaskId Subtask, IReadOnlyList<OperatorMetricsSample> Operators, long BackPressuredMs, long BusyMs) : ITaskMessage
{
    /// <summary>Which operator is at work, and for how long it has not come back; null where none is.</summary>
    public string? AtWork { get; init; }

    /// <summary>For how long it has not come back; 0 where none is at work.</summary>
    public long AtWorkMs { get; init; }

    /// <summary>For how long the task has not been able to write at all; 0 where it can.</summary>
    public long HeldMs { get; init; }
}
