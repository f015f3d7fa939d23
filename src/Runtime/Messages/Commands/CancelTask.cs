namespace Akka.Flink.Runtime;

/// <summary>Stop, whatever is going on: close the operators and say <see cref="TaskStopped"/>.</summary>
/// <param name="Attempt">The attempt.</param>
internal sealed record CancelTask(AttemptId Attempt) : ITaskMessage;
