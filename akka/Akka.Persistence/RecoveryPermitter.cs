namespace Akka.Persistence;

using Akka.Actor;
using static RecoveryPermitProtocol;

/// <summary>Bounds how many persistent actors recover at the same time, so that a restart of many does not drown the journal.</summary>
internal sealed class RecoveryPermitter : UntypedActor
{
    private readonly LinkedList<IActorRef> _pending = new();
    private readonly Dictionary<IActorRef, LinkedListNode<IActorRef>> _places = [];
    private readonly HashSet<IActorRef> _holders = [];
    private readonly int _maxPermits;

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
            case Terminated terminated:
                Return(terminated.ActorRef);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Request(IActorRef actor)
    {
        if (_holders.Contains(actor))
        {
            // Restarted while it recovered: it starts anew with the permit it has.
            actor.Tell(PermitGranted.Instance, Self);
            return;
        }

        if (_places.ContainsKey(actor))
            return;

        Context.Watch(actor);
        if (_holders.Count < _maxPermits)
            Grant(actor);
        else
            _places.Add(actor, _pending.AddLast(actor));
    }

    private void Grant(IActorRef actor)
    {
        _holders.Add(actor);
        actor.Tell(PermitGranted.Instance, Self);
    }

    private void Return(IActorRef actor)
    {
        Context.Unwatch(actor);
        if (_places.Remove(actor, out var place))
            _pending.Remove(place);
        if (!_holders.Remove(actor) || _pending.First is not { Value: var next })
            return;

        _pending.RemoveFirst();
        _places.Remove(next);
        Grant(next);
    }
}
