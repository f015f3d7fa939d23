namespace Akka.Dispatch.SysMsg;

using Akka.Actor;

/// <summary>Be the supervisor of a new child.</summary>
public sealed class Supervise : SystemMessage
{
    public Supervise(IActorRef child, bool async)
    {
        Child = child;
        Async = async;
    }

    /// <summary>Whether the cell of the child has yet to be made, by the supervisor.</summary>
    public bool Async { get; }

    public IActorRef Child { get; }

    public override string ToString() => $"<Supervise>: {Child}{(Async ? " async" : "")}";
}
