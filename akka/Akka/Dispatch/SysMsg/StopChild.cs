namespace Akka.Dispatch.SysMsg;

using Akka.Actor;

/// <summary>Asks a guardian to stop one of its children.</summary>
public sealed class StopChild
{
    public StopChild(IActorRef child) => Child = child;

    public IActorRef Child { get; }

    public override string ToString() => "<StopChild> " + Child;
}
