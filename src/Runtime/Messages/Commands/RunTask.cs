namespace Akka.Flink.Runtime;

/// <summary>Phase 3: open the operators and run. Answered by <see cref="TaskRunning"/>.</summary>
/// <param name="Attempt">The attempt.</param>
internal sealed record RunTask(AttemptId Attempt) : ITaskMessage;
