namespace Akka.Actor.Internal;

/// <summary>No children, and none any more: the actor has ended.</summary>
public class TerminatedChildrenContainer : EmptyChildrenContainer
{
    private TerminatedChildrenContainer()
    {
    }

    public static new IChildrenContainer Instance { get; } = new TerminatedChildrenContainer();

    public override bool IsTerminating => true;

    public override bool IsNormal => false;

    public override IChildrenContainer Add(string name, ChildRestartStats stats) => this;

    public override IChildrenContainer Reserve(string name) =>
        throw new InvalidOperationException($"Cannot reserve actor name '{name}': already terminated");

    public override string ToString() => "Terminated";
}
