namespace Akka.Actor.Internal;

using System.Collections.Immutable;

/// <summary>Children none of which is about to end.</summary>
public class NormalChildrenContainer : ChildrenContainerBase
{
    // Above this, printing the children costs more than it says.
    private const int MostPrinted = 20;

    private NormalChildrenContainer(IImmutableDictionary<string, IChildStats> children)
        : base(children)
    {
    }

    public static IChildrenContainer Create(IImmutableDictionary<string, IChildStats> children) =>
        children.Count == 0 ? EmptyChildrenContainer.Instance : new NormalChildrenContainer(children);

    public override IChildrenContainer Add(string name, ChildRestartStats stats) => Create(InternalChildren.SetItem(name, stats));

    public override IChildrenContainer Remove(IActorRef child) => Create(InternalChildren.Remove(child.Path.Name));

    public override IChildrenContainer ShallDie(IActorRef actor) =>
        new TerminatingChildrenContainer(InternalChildren, actor, SuspendReason.UserRequest.Instance);

    public override IChildrenContainer Reserve(string name)
    {
        CheckUnique(name);
        return new NormalChildrenContainer(InternalChildren.SetItem(name, ChildNameReserved.Instance));
    }

    public override IChildrenContainer Unreserve(string name) =>
        IsReserved(InternalChildren, name) ? Create(InternalChildren.Remove(name)) : this;

    public override string ToString() =>
        InternalChildren.Count > MostPrinted ? InternalChildren.Count + " children" : "Children:\n    " + Describe();
}
