namespace Akka.Actor;

/// <summary>Steps up to the parent.</summary>
public class SelectParent : SelectionPathElement
{
    public static readonly SelectParent Instance = new();

    public override bool Equals(object obj) => obj is SelectParent;

    public override int GetHashCode() => "..".Length;

    public override string ToString() => "..";
}
