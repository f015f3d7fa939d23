namespace Akka;

/// <summary>Stands for a value that nobody looks at.</summary>
public sealed class NotUsed : IComparable<NotUsed>, IEquatable<NotUsed>
{
    public static readonly NotUsed Instance = new();

    private NotUsed()
    {
    }

    public int CompareTo(NotUsed other) => 0;

    public bool Equals(NotUsed other) => other is not null;

    public override bool Equals(object obj) => obj is NotUsed;

    public override int GetHashCode() => 0;

    public override string ToString() => "()";
}
