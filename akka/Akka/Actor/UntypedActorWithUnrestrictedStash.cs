namespace Akka.Actor;

/// <summary>An untyped actor with a stash on whatever mailbox it is given.</summary>
public abstract class UntypedActorWithUnrestrictedStash : UntypedActor, IWithUnrestrictedStash
{
    public IStash Stash { get; set; }
}
