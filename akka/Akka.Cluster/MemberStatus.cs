namespace Akka.Cluster;

/// <summary>Where a member is in its life.</summary>
public enum MemberStatus
{
    /// <summary>Known to the members, not yet one of them.</summary>
    Joining = 0,

    Up = 1,

    /// <summary>It is to go and still works.</summary>
    Leaving = 2,

    /// <summary>It goes: it has handed over or is about to.</summary>
    Exiting = 3,

    /// <summary>The others go on without it, whatever it thinks.</summary>
    Down = 4,

    Removed = 5,

    /// <summary>As good as up, while members that cannot be reached keep it from being so.</summary>
    WeaklyUp = 6,
}
