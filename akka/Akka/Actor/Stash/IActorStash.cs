namespace Akka.Actor;

/// <summary>An actor with a stash; the toolkit sets <see cref="Stash"/> before the actor starts.</summary>
public interface IActorStash
{
    IStash Stash { get; set; }
}
