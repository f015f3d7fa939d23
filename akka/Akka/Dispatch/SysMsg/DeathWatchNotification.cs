namespace Akka.Dispatch.SysMsg;

using Akka.Actor;
using Akka.Event;

/// <summary>A watched actor has ended.</summary>
public sealed class DeathWatchNotification : SystemMessage, IDeadLetterSuppression
{
    public DeathWatchNotification(IActorRef actor, bool existenceConfirmed, bool addressTerminated)
    {
        Actor = actor;
        ExistenceConfirmed = existenceConfirmed;
        AddressTerminated = addressTerminated;
    }

    public IActorRef Actor { get; }

    public bool ExistenceConfirmed { get; }

    public bool AddressTerminated { get; }

    public override string ToString() =>
        $"<DeathWatchNotification>: {Actor}, ExistenceConfirmed={ExistenceConfirmed}, AddressTerminated={AddressTerminated}";
}
