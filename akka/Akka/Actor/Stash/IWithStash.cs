namespace Akka.Actor;

using Akka.Dispatch;

/// <summary>A stash on any deque, bounded if a capacity is configured.</summary>
public interface IWithStash : IWithUnrestrictedStash, IRequiresMessageQueue<IDequeBasedMessageQueueSemantics>;
