namespace Akka.Cluster;

using System.Collections.Immutable;

/// <summary>Who cannot reach whom: for each observer those that it does not reach, and a version that grows with each change.</summary>
/// <remarks>
/// Only an observer changes its own row, so of two rows of one observer the one with the higher version is right, and merging is taking
/// that row. A member that nobody has a record of is reachable.
/// </remarks>
internal sealed class Reachability
{
    public static readonly Reachability Empty = new(ImmutableSortedDictionary<UniqueAddress, Row>.Empty);

    private readonly ImmutableSortedDictionary<UniqueAddress, Row> _rows;

    private Reachability(ImmutableSortedDictionary<UniqueAddress, Row> rows) => _rows = rows;

    /// <summary>The rows, also those of observers that reach everybody again.</summary>
    public ImmutableSortedDictionary<UniqueAddress, Row> Rows => _rows;

    public bool IsAllReachable => _rows.Values.All(row => row.Subjects.IsEmpty);

    /// <summary>Observers that do not reach somebody.</summary>
    public ImmutableHashSet<UniqueAddress> AllObservers =>
        [.. _rows.Where(entry => !entry.Value.Subjects.IsEmpty).Select(entry => entry.Key)];

    public ImmutableHashSet<UniqueAddress> AllUnreachableOrTerminated => [.. _rows.Values.SelectMany(row => row.Subjects.Keys)];

    public IEnumerable<(UniqueAddress Observer, UniqueAddress Subject, ReachabilityStatus Status)> Records =>
        _rows.SelectMany(row => row.Value.Subjects.Select(subject => (row.Key, subject.Key, subject.Value)));

    public static Reachability Create(IEnumerable<KeyValuePair<UniqueAddress, Row>> rows) =>
        new(ImmutableSortedDictionary.CreateRange(rows));

    public Reachability Unreachable(UniqueAddress observer, UniqueAddress subject) =>
        Change(observer, subject, ReachabilityStatus.Unreachable);

    public Reachability Reachable(UniqueAddress observer, UniqueAddress subject) =>
        Change(observer, subject, ReachabilityStatus.Reachable);

    public Reachability Terminated(UniqueAddress observer, UniqueAddress subject) =>
        Change(observer, subject, ReachabilityStatus.Terminated);

    public ReachabilityStatus Status(UniqueAddress observer, UniqueAddress subject) =>
        _rows.TryGetValue(observer, out var row) && row.Subjects.TryGetValue(subject, out var status)
            ? status
            : ReachabilityStatus.Reachable;

    public bool IsReachable(UniqueAddress node) => _rows.Values.All(row => !row.Subjects.ContainsKey(node));

    public bool IsReachable(UniqueAddress observer, UniqueAddress subject) =>
        Status(observer, subject) == ReachabilityStatus.Reachable;

    /// <summary>Those that one observer does not reach and may reach again.</summary>
    public IEnumerable<UniqueAddress> AllUnreachableFrom(UniqueAddress observer) => _rows.TryGetValue(observer, out var row)
        ? row.Subjects.Where(subject => subject.Value == ReachabilityStatus.Unreachable).Select(subject => subject.Key)
        : [];

    /// <summary>Without what these say.</summary>
    public Reachability RemoveObservers(ICollection<UniqueAddress> nodes) =>
        nodes.Count == 0 ? this : new(_rows.RemoveRange(nodes));

    /// <summary>Without what these say and what is said of them.</summary>
    public Reachability Remove(IReadOnlySet<UniqueAddress> nodes) => Where(node => !nodes.Contains(node));

    public Reachability Merge(IReadOnlySet<UniqueAddress> allowed, Reachability other)
    {
        var merged = _rows.ToBuilder();
        foreach (var (observer, row) in other._rows)
        {
            if (!merged.TryGetValue(observer, out var own) || own.Version < row.Version)
                merged[observer] = row;
        }

        return new Reachability(merged.ToImmutable()).Where(allowed.Contains);
    }

    public bool IsSameAs(Reachability other) =>
        _rows.Count == other._rows.Count && _rows.All(row => other._rows.TryGetValue(row.Key, out var its) && row.Value.IsSameAs(its));

    public override string ToString() =>
        $"Reachability({string.Join(", ", Records.Select(record => $"{record.Observer} -> {record.Subject}: {record.Status}"))})";

    private Reachability Change(UniqueAddress observer, UniqueAddress subject, ReachabilityStatus status)
    {
        var current = Status(observer, subject);
        if (current == status || current == ReachabilityStatus.Terminated)
            return this;

        var row = _rows.GetValueOrDefault(observer) ?? Row.Empty;
        var subjects = status == ReachabilityStatus.Reachable ? row.Subjects.Remove(subject) : row.Subjects.SetItem(subject, status);
        return new Reachability(_rows.SetItem(observer, new Row(row.Version + 1, subjects)));
    }

    private Reachability Where(Func<UniqueAddress, bool> kept)
    {
        var rows = _rows.ToBuilder();
        foreach (var (observer, row) in _rows)
        {
            if (!kept(observer))
                rows.Remove(observer);
            else if (row.Subjects.Keys.Any(subject => !kept(subject)))
                rows[observer] = row with { Subjects = row.Subjects.RemoveRange(row.Subjects.Keys.Where(subject => !kept(subject))) };
        }

        return new Reachability(rows.ToImmutable());
    }

    /// <summary>What one observer says.</summary>
    internal sealed record Row(long Version, ImmutableSortedDictionary<UniqueAddress, ReachabilityStatus> Subjects)
    {
        public static readonly Row Empty = new(0, ImmutableSortedDictionary<UniqueAddress, ReachabilityStatus>.Empty);

        public bool IsSameAs(Row other) => Version == other.Version && Subjects.SequenceEqual(other.Subjects);
    }
}
