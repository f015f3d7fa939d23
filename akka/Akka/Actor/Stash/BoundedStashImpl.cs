namespace Akka.Actor.Internal;

/// <summary>A stash with the capacity that the actor's deployment, mailbox or dispatcher configures.</summary>
public class BoundedStashImpl : AbstractStash
{
    public BoundedStashImpl(IActorContext context)
        : base(context)
    {
    }
}
