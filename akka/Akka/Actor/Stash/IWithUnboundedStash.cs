namespace Akka.Actor;

using Akka.Dispatch;

/// <summary>A stash without bound.</summary>
public interface IWithUnboundedStash : IWithUnrestrictedStash, IRequiresMessageQueue<IUnboundedDequeBasedMessageQueueSemantics>;
