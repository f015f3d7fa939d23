namespace Akka.Flink.Runtime;

/// <summary>A message to a task by its place: the region of the node that has the slot starts the task if it is not there yet.</summary>
/// <param name="Slot">The slot, which is the shard.</param>
/// <param name="Subtask">The subtask; with the message's attempt it names the entity.</param>
/// <param name="Message">The message.</param>
internal sealed record TaskEnvelope(SlotId Slot, SubtaskId Subtask, ITaskMessage Message) : IWireMessage;
