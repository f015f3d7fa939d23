namespace Akka.Dispatch.SysMsg;

using Akka.Actor;

/// <summary>A child has failed and waits, suspended, for what its supervisor decides.</summary>
public sealed class Failed : SystemMessage
{
    public Failed(IActorRef child, Exception cause, long uid)
    {
        Child = child;
        Cause = cause;
        Uid = uid;
    }

    public IActorRef Child { get; }

    public Exception Cause { get; }

    public long Uid { get; }

    public override string ToString() => $"<Failed>: {Child} ({Uid}) {(Cause is null ? "" : ", Cause=" + Cause)}";
}
