namespace Akka.Actor;

/// <summary>Steps down to the child of this name.</summary>
public class SelectChildName : SelectionPathElement
{
    public SelectChildName(string name) => Name = name;

    public string Name { get; }

    public override bool Equals(object obj) => obj is SelectChildName other && Equals(other);

    public override int GetHashCode() => Name?.GetHashCode() ?? 0;

    public override string ToString() => Name;

    protected bool Equals(SelectChildName other) => Name == other.Name;
}
