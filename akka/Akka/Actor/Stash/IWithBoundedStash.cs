namespace Akka.Actor;

using Akka.Dispatch;

/// <summary>A stash on a bounded deque.</summary>
public interface IWithBoundedStash : IWithUnrestrictedStash, IRequiresMessageQueue<IBoundedDequeBasedMessageQueueSemantics>;
