namespace Akka.Cluster;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>A node as the members of the cluster know it. Two are equal when they are of one system, whatever their status.</summary>
public class Member : IComparable<Member>, IComparable
{
    public static readonly IComparer<Address> AddressOrdering = Comparer<Address>.Create(CompareAddresses);

    /// <summary>The oldest first: in the order in which they came up.</summary>
    public static readonly IComparer<Member> AgeOrdering = Comparer<Member>.Create(CompareAges);

    /// <summary>The number of a member that has not come up yet: younger than all that have.</summary>
    internal const int NotYetUp = int.MaxValue;

    private Member(UniqueAddress uniqueAddress, int upNumber, MemberStatus status, ImmutableHashSet<string> roles)
    {
        UniqueAddress = uniqueAddress;
        UpNumber = upNumber;
        Status = status;
        Roles = roles;
    }

    public Address Address => UniqueAddress.Address;

    public ImmutableHashSet<string> Roles { get; }

    public MemberStatus Status { get; }

    public UniqueAddress UniqueAddress { get; }

    internal int UpNumber { get; }

    /// <summary>Of two states of one member, the one that is further on in its life.</summary>
    public static Member HighestPriorityOf(Member m1, Member m2)
    {
        var byStatus = Progress(m1.Status).CompareTo(Progress(m2.Status));
        if (byStatus != 0)
            return byStatus > 0 ? m1 : m2;

        return m2.UpNumber < m1.UpNumber ? m2 : m1;
    }

    public Member Copy(MemberStatus status)
    {
        if (status == Status)
            return this;
        if (!MayBecome(Status, status))
            throw new InvalidOperationException($"Invalid member status transition [{this} -> {status}]");

        return new Member(UniqueAddress, UpNumber, status, Roles);
    }

    public Member CopyUp(int upNumber)
    {
        var up = Copy(MemberStatus.Up);
        return new Member(up.UniqueAddress, upNumber, up.Status, up.Roles);
    }

    public bool HasRole(string role) => Roles.Contains(role);

    public bool IsOlderThan(Member other) => CompareAges(this, other) < 0;

    public int CompareTo(Member other) => other is null ? 1 : UniqueAddress.CompareTo(other.UniqueAddress);

    int IComparable.CompareTo(object obj) => obj switch
    {
        null => 1,
        Member other => CompareTo(other),
        _ => throw new ArgumentException($"Cannot compare a Member to a {obj.GetType()}.", nameof(obj)),
    };

    public override bool Equals(object obj) => obj is Member other && UniqueAddress.Equals(other.UniqueAddress);

    public override int GetHashCode() => UniqueAddress.GetHashCode();

    public override string ToString() =>
        $"Member(address = {Address}, Uid={UniqueAddress.Uid} status = {Status}, role=[{string.Join(",", Roles)}], upNumber={UpNumber})";

    internal static Member Create(UniqueAddress uniqueAddress, ImmutableHashSet<string> roles) =>
        new(uniqueAddress, NotYetUp, MemberStatus.Joining, roles);

    internal static Member Create(UniqueAddress uniqueAddress, int upNumber, MemberStatus status, ImmutableHashSet<string> roles) =>
        new(uniqueAddress, upNumber, status, roles);

    /// <summary>A system that is no member.</summary>
    internal static Member Removed(UniqueAddress uniqueAddress) =>
        new(uniqueAddress, NotYetUp, MemberStatus.Removed, ImmutableHashSet<string>.Empty);

    private static int Progress(MemberStatus status) => status switch
    {
        MemberStatus.Joining => 0,
        MemberStatus.WeaklyUp => 1,
        MemberStatus.Up => 2,
        MemberStatus.Leaving => 3,
        MemberStatus.Exiting => 4,
        MemberStatus.Down => 5,
        _ => 6,
    };

    private static bool MayBecome(MemberStatus from, MemberStatus to) => from switch
    {
        MemberStatus.Joining =>
            to is MemberStatus.WeaklyUp or MemberStatus.Up or MemberStatus.Leaving or MemberStatus.Down or MemberStatus.Removed,
        MemberStatus.WeaklyUp => to is MemberStatus.Up or MemberStatus.Leaving or MemberStatus.Down or MemberStatus.Removed,
        MemberStatus.Up => to is MemberStatus.Leaving or MemberStatus.Down or MemberStatus.Removed,
        MemberStatus.Leaving => to is MemberStatus.Exiting or MemberStatus.Down or MemberStatus.Removed,
        MemberStatus.Exiting => to is MemberStatus.Down or MemberStatus.Removed,
        MemberStatus.Down => to is MemberStatus.Removed,
        _ => false,
    };

    private static int CompareAges(Member left, Member right)
    {
        var result = left.UpNumber.CompareTo(right.UpNumber);
        return result != 0 ? result : CompareAddresses(left.Address, right.Address);
    }

    private static int CompareAddresses(Address left, Address right)
    {
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);

        var result = string.CompareOrdinal(left.Host ?? "", right.Host ?? "");
        return result != 0 ? result : Nullable.Compare(left.Port, right.Port);
    }
}
