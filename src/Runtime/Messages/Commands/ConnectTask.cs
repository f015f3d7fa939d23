namespace Akka.Flink.Runtime;

using Akka.Actor;

/// <summary>Phase 2: where the peers of all channels are. Answered by <see cref="TaskConnected"/>.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Peers">The tasks of all subtasks that this one sends to or receives from.</param>
internal sealed record ConnectTask(AttemptId Attempt, IReadOnlyDictionary<SubtaskId, IActorRef> Peers) : ITaskMessage;
