namespace Akka.Flink.Host.Output;

/// <summary>What an operator does, over all its subtasks.</summary>
/// <param name="Uid">The operator.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsSource">Whether records come from it.</param>
/// <param name="IsSink">Whether records end there.</param>
/// <param name="Subtasks">How many there are.</param>
/// <param name="RecordsIn">Records that came in, in this attempt.</param>
/// <param name="RecordsOut">Records that went out, in this attempt.</param>
/// <param name="InPerSecond">Records a second that come in.</param>
/// <param name="OutPerSecond">Records a second that go out.</param>
/// <param name="WatermarkMs">The lowest watermark of its subtasks; the smallest long before the first, the largest after the end.</param>
/// <param name="BackPressure">The part of the time in which the task could not write, 0 to 1: that of the worst subtask.</param>
internal sealed record OperatorRow(
    string Uid,
    string Name,
    bool IsSource,
    bool IsSink,
    int Subtasks,
    long RecordsIn,
    long RecordsOut,
    double InPerSecond,
    double OutPerSecond,
    long WatermarkMs,
    double BackPressure);
