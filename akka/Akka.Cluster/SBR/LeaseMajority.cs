namespace Akka.Cluster.SBR;

using System.Collections.Immutable;
using Akka.Coordination;

/// <summary>The side that gets the lease goes on; the smaller side waits a while before it tries.</summary>
internal sealed class LeaseMajority(
    UniqueAddress self, string role, Lease lease, TimeSpan delayForMinority, TimeSpan releaseAfter)
    : DowningStrategy(self, role)
{
    public Lease Lease => lease;

    public TimeSpan ReleaseAfter => releaseAfter;

    /// <summary>How long this side leaves the lease to the other one.</summary>
    public TimeSpan AcquireDelay => IsMinority() ? delayForMinority : TimeSpan.Zero;

    public override Decision Decide()
    {
        if (!HasIndirectlyConnected)
            return Decision.AcquireLeaseAndDownUnreachable;

        // Those that go anyway leave the lease to those that may stay.
        return IndirectlyConnected.Contains(Self) ? Decision.DownIndirectlyConnected : Decision.AcquireLeaseAndDownIndirectlyConnected;
    }

    /// <summary>Only a member that goes itself asks; what is left is for whoever gets the lease.</summary>
    protected override Decision? DecideWithout(ImmutableHashSet<UniqueAddress> indirectlyConnected) => null;

    private bool IsMinority()
    {
        var members = Counted(withPossiblyUp: false, withPossiblyExiting: true);
        if (members.Count == 0)
            return false;

        var unreachable = members.Count(IsUnreachable);
        return unreachable * 2 == members.Count ? IsUnreachable(members[0]) : unreachable * 2 > members.Count;
    }
}
