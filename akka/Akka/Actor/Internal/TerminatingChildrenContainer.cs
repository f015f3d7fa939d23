namespace Akka.Actor.Internal;

using System.Collections.Immutable;

/// <summary>Children some of which are about to end, and what happens once they have.</summary>
public class TerminatingChildrenContainer : ChildrenContainerBase
{
    private const int MostPrinted = 20;

    private readonly ImmutableHashSet<IActorRef> _toDie;
    private readonly SuspendReason _reason;

    public TerminatingChildrenContainer(IImmutableDictionary<string, IChildStats> children, IActorRef toDie, SuspendReason reason)
        : this(children, ImmutableHashSet.Create(toDie), reason)
    {
    }

    public TerminatingChildrenContainer(
        IImmutableDictionary<string, IChildStats> children, ImmutableHashSet<IActorRef> toDie, SuspendReason reason)
        : base(children)
    {
        _toDie = toDie;
        _reason = reason;
    }

    public ImmutableHashSet<IActorRef> ToDie => _toDie;

    public SuspendReason Reason => _reason;

    public override bool IsTerminating => _reason is SuspendReason.Termination;

    public override bool IsNormal => _reason is SuspendReason.UserRequest;

    public override IChildrenContainer Add(string name, ChildRestartStats stats) =>
        new TerminatingChildrenContainer(InternalChildren.SetItem(name, stats), _toDie, _reason);

    public override IChildrenContainer Remove(IActorRef child)
    {
        var rest = _toDie.Remove(child);
        var children = InternalChildren.Remove(child.Path.Name);
        if (!rest.IsEmpty)
            return new TerminatingChildrenContainer(children, rest, _reason);

        return _reason is SuspendReason.Termination
            ? TerminatedChildrenContainer.Instance
            : NormalChildrenContainer.Create(children);
    }

    public override IChildrenContainer ShallDie(IActorRef actor) =>
        new TerminatingChildrenContainer(InternalChildren, _toDie.Add(actor), _reason);

    public override IChildrenContainer Reserve(string name)
    {
        if (_reason is SuspendReason.Termination)
            throw new InvalidOperationException($"Cannot reserve actor name '{name}': terminating");

        CheckUnique(name);
        return new TerminatingChildrenContainer(InternalChildren.SetItem(name, ChildNameReserved.Instance), _toDie, _reason);
    }

    public override IChildrenContainer Unreserve(string name) =>
        IsReserved(InternalChildren, name)
            ? new TerminatingChildrenContainer(InternalChildren.Remove(name), _toDie, _reason)
            : this;

    public IChildrenContainer CreateCopyWithReason(SuspendReason reason) =>
        new TerminatingChildrenContainer(InternalChildren, _toDie, reason);

    public override string ToString() =>
        InternalChildren.Count > MostPrinted
            ? InternalChildren.Count + " children"
            : "Children:\n    " + Describe() + "\nToDie: " + string.Join(", ", _toDie);
}
