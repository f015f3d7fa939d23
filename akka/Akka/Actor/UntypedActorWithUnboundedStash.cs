namespace Akka.Actor;

/// <summary>An untyped actor with an unbounded stash.</summary>
public abstract class UntypedActorWithUnboundedStash : UntypedActor, IWithUnboundedStash
{
    public IStash Stash { get; set; }
}
