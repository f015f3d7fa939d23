namespace Akka.Actor;

/// <summary>In the system at an address.</summary>
public class RemoteScope : Scope, IEquatable<RemoteScope>
{
    protected RemoteScope()
    {
    }

    public RemoteScope(Address address) => Address = address;

    public Address Address { get; set; }

    public override Scope WithFallback(Scope other) => this;

    public override Scope Copy() => new RemoteScope(Address);

    public bool Equals(RemoteScope other) => other is not null && (ReferenceEquals(this, other) || Equals(Address, other.Address));

    public override bool Equals(object obj) => Equals(obj as RemoteScope);

    public override int GetHashCode() => Address?.GetHashCode() ?? 0;
}
