namespace Akka.Actor;

/// <summary>Steps down to the children whose names match.</summary>
public class SelectChildPattern : SelectionPathElement
{
    public SelectChildPattern(string patternStr) => PatternStr = patternStr;

    public string PatternStr { get; }

    public override bool Equals(object obj) => obj is SelectChildPattern other && Equals(other);

    public override int GetHashCode() => PatternStr?.GetHashCode() ?? 0;

    public override string ToString() => PatternStr;

    protected bool Equals(SelectChildPattern other) => PatternStr == other.PatternStr;
}
