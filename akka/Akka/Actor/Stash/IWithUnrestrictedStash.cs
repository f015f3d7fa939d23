namespace Akka.Actor;

/// <summary>A stash that asks for no mailbox of its own; the actor's mailbox must be a deque.</summary>
public interface IWithUnrestrictedStash : IActorStash;
