namespace Akka.Actor;

/// <summary>An untyped actor with a stash, bounded if its mailbox is.</summary>
public abstract class UntypedActorWithStash : UntypedActor, IWithStash
{
    public IStash Stash { get; set; }
}
