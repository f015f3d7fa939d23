namespace Akka.Flink.Runtime;

/// <summary>The job master is still there. A task that has not heard it for <c>heartbeat.timeout</c> stops.</summary>
/// <param name="Attempt">The attempt.</param>
internal sealed record RenewLease(AttemptId Attempt) : ITaskMessage;
