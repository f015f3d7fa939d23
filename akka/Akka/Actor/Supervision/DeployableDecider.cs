namespace Akka.Actor;

/// <summary>A decider that is a table from types of exceptions to directives; the first type that fits decides.</summary>
public class DeployableDecider : IDecider, IEquatable<DeployableDecider>
{
    protected DeployableDecider()
    {
    }

    public DeployableDecider(Directive defaultDirective, IEnumerable<KeyValuePair<Type, Directive>> pairs)
        : this(defaultDirective, pairs.ToArray())
    {
    }

    public DeployableDecider(Directive defaultDirective, params KeyValuePair<Type, Directive>[] pairs)
    {
        DefaultDirective = defaultDirective;
        Pairs = pairs;
    }

    public Directive DefaultDirective { get; private set; }

    public KeyValuePair<Type, Directive>[] Pairs { get; private set; }

    public Directive Decide(Exception cause)
    {
        foreach (var pair in Pairs ?? [])
        {
            if (pair.Key.IsInstanceOfType(cause))
                return pair.Value;
        }

        return DefaultDirective;
    }

    public bool Equals(DeployableDecider other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (DefaultDirective == other.DefaultDirective && (Pairs ?? []).AsSpan().SequenceEqual(other.Pairs ?? [])));

    public override bool Equals(object obj) => obj is DeployableDecider other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(DefaultDirective, Pairs?.Length ?? 0);
}
