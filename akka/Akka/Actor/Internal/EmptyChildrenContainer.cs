namespace Akka.Actor.Internal;

using System.Collections.Immutable;

/// <summary>No children, and none yet.</summary>
public class EmptyChildrenContainer : IChildrenContainer
{
    private static readonly ImmutableDictionary<string, IChildStats> NoStats = ImmutableDictionary.Create<string, IChildStats>();

    protected EmptyChildrenContainer()
    {
    }

    public static IChildrenContainer Instance { get; } = new EmptyChildrenContainer();

    public IReadOnlyCollection<IInternalActorRef> Children => [];

    public IReadOnlyCollection<ChildRestartStats> Stats => [];

    public virtual bool IsTerminating => false;

    public virtual bool IsNormal => true;

    public virtual IChildrenContainer Add(string name, ChildRestartStats stats) => NormalChildrenContainer.Create(NoStats.Add(name, stats));

    public IChildrenContainer Remove(IActorRef child) => this;

    public bool TryGetByName(string name, out IChildStats stats)
    {
        stats = null;
        return false;
    }

    public bool TryGetByRef(IActorRef actor, out ChildRestartStats childRestartStats)
    {
        childRestartStats = null;
        return false;
    }

    public bool Contains(IActorRef actor) => false;

    public IChildrenContainer ShallDie(IActorRef actor) => this;

    public virtual IChildrenContainer Reserve(string name) =>
        NormalChildrenContainer.Create(NoStats.Add(name, ChildNameReserved.Instance));

    public IChildrenContainer Unreserve(string name) => this;

    public override string ToString() => "No children";
}
