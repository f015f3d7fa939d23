namespace Akka.Actor;

/// <summary>In which system an actor is to be created.</summary>
public abstract class Scope : IEquatable<Scope>
{
    public static readonly LocalScope Local = LocalScope.Instance;

    public abstract Scope WithFallback(Scope other);

    public abstract Scope Copy();

    public virtual bool Equals(Scope other) => other is not null && ReferenceEquals(this, other);
}
