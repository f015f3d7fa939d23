namespace Akka.Actor.Internal;

/// <summary>The children of an actor, immutable; each change makes a new container.</summary>
public interface IChildrenContainer
{
    IReadOnlyCollection<IInternalActorRef> Children { get; }

    IReadOnlyCollection<ChildRestartStats> Stats { get; }

    bool IsTerminating { get; }

    bool IsNormal { get; }

    IChildrenContainer Add(string name, ChildRestartStats stats);

    IChildrenContainer Remove(IActorRef child);

    bool TryGetByName(string name, out IChildStats stats);

    bool TryGetByRef(IActorRef actor, out ChildRestartStats stats);

    IChildrenContainer ShallDie(IActorRef actor);

    IChildrenContainer Reserve(string name);

    IChildrenContainer Unreserve(string name);

    bool Contains(IActorRef actor);
}
