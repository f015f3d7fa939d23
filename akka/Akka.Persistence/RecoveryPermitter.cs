namespace Akka.Persistence;

using Akka.Actor;
using static RecoveryPermitProtocol;

/// <summary>Bounds how many persistent actors recover at the same time, so that a restart of many does not drown the journal.</summary>
internal sealed class RecoveryPermitter : UntypedActor
{
    private readonly LinkedList<IActorRef> _pending = new();
    private readonly int _maxPermits;
    private int _usedPermits;

    public RecoveryPermitter(int maxPermits)
    {
        _maxPermits = maxPermits;
    }

    public static Props Props(int maxPermits) => Akka.Actor.Props.Create(() => new RecoveryPermitter(maxPermits));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case RequestPermit:
                Request(Sender);
                break;
            case ReturnPermit:
                Return(Sender);
                break;
            case Terminated terminated when !_pending.Remove(terminated.ActorRef):
                Return(terminated.ActorRef);
                break;
            case Terminated:
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Request(IActorRef actor)
    {
        Context.Watch(actor);
        if (_usedPermits < _maxPermits)
            Grant(actor);
        else
            _pending.AddLast(actor);
    }

    private void Grant(IActorRef actor)
    {
        _usedPermits++;
        actor.Tell(PermitGranted.Instance, Self);
    }

    private void Return(IActorRef actor)
    {
        Context.Unwatch(actor);
        _usedPermits--;
        if (_pending.Count == 0)
            return;

        var next = _pending.First.Value;
        _pending.RemoveFirst();
        Grant(next);
    }
}
