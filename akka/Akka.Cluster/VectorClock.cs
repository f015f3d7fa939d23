namespace Akka.Cluster;

using System.Collections.Immutable;

/// <summary>How many changes of each node a version has seen: tells which of two came first, or that neither knew of the other.</summary>
public sealed class VectorClock
{
    private static readonly VectorClock None = new(ImmutableSortedDictionary<Node, long>.Empty);

    private VectorClock(ImmutableSortedDictionary<Node, long> versions) => Versions = versions;

    /// <summary>How a version lies to another one.</summary>
    public enum Ordering
    {
        After = 0,
        Before = 1,
        Same = 2,
        Concurrent = 3,
        FullOrder = 4,
    }

    public ImmutableSortedDictionary<Node, long> Versions { get; }

    public static bool operator ==(VectorClock left, VectorClock right) => Equals(left, right);

    public static bool operator !=(VectorClock left, VectorClock right) => !Equals(left, right);

    public static bool operator >(VectorClock left, VectorClock right) => left.IsAfter(right);

    public static bool operator <(VectorClock left, VectorClock right) => left.IsBefore(right);

    public static VectorClock Create() => None;

    public static VectorClock Create(ImmutableSortedDictionary<Node, long> seedValues) => new(seedValues);

    public VectorClock Increment(Node node) => new(Versions.SetItem(node, Versions.GetValueOrDefault(node) + 1));

    public bool IsAfter(VectorClock that) => CompareTo(that) == Ordering.After;

    public bool IsBefore(VectorClock that) => CompareTo(that) == Ordering.Before;

    public bool IsConcurrentWith(VectorClock that) => CompareTo(that) == Ordering.Concurrent;

    public bool IsSameAs(VectorClock that) => CompareTo(that) == Ordering.Same;

    public Ordering CompareTo(VectorClock that)
    {
        var ahead = HasMoreThan(that);
        var behind = that.HasMoreThan(this);
        if (ahead)
            return behind ? Ordering.Concurrent : Ordering.After;

        return behind ? Ordering.Before : Ordering.Same;
    }

    public VectorClock Merge(VectorClock that)
    {
        var merged = Versions.ToBuilder();
        foreach (var (node, version) in that.Versions)
        {
            if (!merged.TryGetValue(node, out var own) || own < version)
                merged[node] = version;
        }

        return new VectorClock(merged.ToImmutable());
    }

    public VectorClock Prune(Node removedNode) => Versions.ContainsKey(removedNode) ? new(Versions.Remove(removedNode)) : this;

    public override bool Equals(object obj) => obj is VectorClock that && IsSameAs(that);

    public override int GetHashCode() => Versions.Aggregate(0, (hash, entry) => HashCode.Combine(hash, entry.Key, entry.Value));

    public override string ToString() => $"VectorClock({string.Join(", ", Versions.Select(entry => $"{entry.Key}->{entry.Value}"))})";

    private bool HasMoreThan(VectorClock that)
    {
        foreach (var (node, version) in Versions)
        {
            if (that.Versions.GetValueOrDefault(node) < version)
                return true;
        }

        return false;
    }

    /// <summary>Who makes versions, by a hash of its name.</summary>
    public class Node : IComparable<Node>
    {
        private readonly string _value;

        public Node(string value) => _value = value;

        public static Node Create(string name) => new(Convert.ToHexStringLower(
            System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(name))));

        public static Node FromHash(string hash) => new(hash);

        public int CompareTo(Node other) => string.CompareOrdinal(_value, other?._value);

        public override bool Equals(object obj) => obj is Node other && _value == other._value;

        public override int GetHashCode() => string.GetHashCode(_value);

        public override string ToString() => _value;
    }
}
