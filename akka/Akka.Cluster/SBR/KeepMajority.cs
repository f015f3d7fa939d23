namespace Akka.Cluster.SBR;

using System.Collections.Immutable;

/// <summary>The larger side goes on; of equal ones that with the lowest address.</summary>
internal sealed class KeepMajority(UniqueAddress self, string role) : DowningStrategy(self, role)
{
    public override Decision Decide() =>
        HasIndirectlyConnected ? Decision.DownIndirectlyConnected : Among(ImmutableHashSet<UniqueAddress>.Empty);

    protected override Decision? DecideWithout(ImmutableHashSet<UniqueAddress> indirectlyConnected) => Among(indirectlyConnected);

    private Decision Among(ImmutableHashSet<UniqueAddress> indirectlyConnected)
    {
        var members = Counted(withPossiblyUp: false, withPossiblyExiting: true).FindAll(Counts);
        if (members.Count == 0)
            return Decision.DownAll;

        var decision = Majority(members.Count(IsReachable), members.Count(IsUnreachable), members[0]);
        if (decision != Decision.DownUnreachable)
            return decision;

        // The other side may have moved members on that this side still counts or does not count: as few here as can be against as many
        // there. If that leads elsewhere, the other side may think itself the larger one.
        var few = Counted(withPossiblyUp: false, withPossiblyExiting: false).FindAll(member => Counts(member) && IsReachable(member));
        var many = Counted(withPossiblyUp: true, withPossiblyExiting: true).FindAll(member => Counts(member) && IsUnreachable(member));
        return few.Count > 0 && Majority(few.Count, many.Count, few.Concat(many).Min()) == Decision.DownUnreachable
            ? Decision.DownUnreachable
            : Decision.DownAll;

        bool Counts(Member member) => !indirectlyConnected.Contains(member.UniqueAddress);
    }

    private Decision Majority(int here, int there, Member lowest)
    {
        if (here == there)
            return IsUnreachable(lowest) ? Decision.DownReachable : Decision.DownUnreachable;

        return here > there ? Decision.DownUnreachable : Decision.DownReachable;
    }

    private bool IsReachable(Member member) => !IsUnreachable(member);
}
