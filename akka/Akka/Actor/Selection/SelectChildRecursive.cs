namespace Akka.Actor;

/// <summary>Steps down to all that live below.</summary>
public class SelectChildRecursive : SelectionPathElement
{
    public static readonly SelectChildRecursive Instance = new();

    public override bool Equals(object obj) => obj is SelectChildRecursive;

    public override int GetHashCode() => "**".Length;

    public override string ToString() => "**";
}
