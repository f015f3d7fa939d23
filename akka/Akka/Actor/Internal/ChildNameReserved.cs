namespace Akka.Actor.Internal;

/// <summary>A name that is taken by a child about to be created.</summary>
public class ChildNameReserved : IChildStats
{
    private ChildNameReserved()
    {
    }

    public static ChildNameReserved Instance { get; } = new();

    public override string ToString() => "Name";
}
