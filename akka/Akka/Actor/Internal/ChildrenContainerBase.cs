namespace Akka.Actor.Internal;

using System.Collections.Immutable;
using System.Text;

/// <summary>What the containers with children have in common.</summary>
public abstract class ChildrenContainerBase : IChildrenContainer
{
    protected ChildrenContainerBase(IImmutableDictionary<string, IChildStats> children) => InternalChildren = children;

    public virtual bool IsTerminating => false;

    public virtual bool IsNormal => true;

    public IReadOnlyCollection<IInternalActorRef> Children
    {
        get
        {
            var children = new List<IInternalActorRef>(InternalChildren.Count);
            foreach (var stats in InternalChildren.Values)
            {
                if (stats is ChildRestartStats child)
                    children.Add(child.Child);
            }

            return children;
        }
    }

    public IReadOnlyCollection<ChildRestartStats> Stats
    {
        get
        {
            var children = new List<ChildRestartStats>(InternalChildren.Count);
            foreach (var stats in InternalChildren.Values)
            {
                if (stats is ChildRestartStats child)
                    children.Add(child);
            }

            return children;
        }
    }

    protected IImmutableDictionary<string, IChildStats> InternalChildren { get; }

    public abstract IChildrenContainer Add(string name, ChildRestartStats stats);

    public abstract IChildrenContainer Remove(IActorRef child);

    public abstract IChildrenContainer Reserve(string name);

    public abstract IChildrenContainer ShallDie(IActorRef actor);

    public abstract IChildrenContainer Unreserve(string name);

    public bool TryGetByName(string name, out IChildStats stats) => InternalChildren.TryGetValue(name, out stats);

    public bool TryGetByRef(IActorRef actor, out ChildRestartStats childRestartStats)
    {
        if (InternalChildren.TryGetValue(actor.Path.Name, out var stats) && stats is ChildRestartStats child && actor.Equals(child.Child))
        {
            childRestartStats = child;
            return true;
        }

        childRestartStats = null;
        return false;
    }

    public bool Contains(IActorRef actor) => TryGetByRef(actor, out _);

    protected void ChildStatsAppender(StringBuilder sb, KeyValuePair<string, IChildStats> kvp, int index)
    {
        if (index > 0)
            sb.Append('\n');
        sb.Append('<').Append(kvp.Key).Append(":> ");
        if (kvp.Value is ChildRestartStats child)
            sb.Append(child.Child);
        else
            sb.Append(kvp.Value);
    }

    private protected static bool IsReserved(IImmutableDictionary<string, IChildStats> children, string name) =>
        children.TryGetValue(name, out var stats) && stats is ChildNameReserved;

    private protected void CheckUnique(string name)
    {
        if (InternalChildren.ContainsKey(name))
            throw new InvalidActorNameException($"Actor name \"{name}\" is not unique!");
    }

    private protected string Describe()
    {
        var text = new StringBuilder();
        var index = 0;
        foreach (var child in InternalChildren)
            ChildStatsAppender(text, child, index++);
        return text.ToString();
    }
}
