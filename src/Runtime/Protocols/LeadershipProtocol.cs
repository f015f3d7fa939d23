namespace Akka.Flink.Runtime;

using static ControlEvents;

/// <summary>Who may speak for the control journal: who has made a term durable there, until a write of its is refused.</summary>
/// <remarks>Each journal entry has a sequence number that only one writer gets. Of two managers that both read up to the same entry, one
/// writes the next; the other's write is refused, whatever it was, and with that it is deposed.</remarks>
internal static class LeadershipProtocol
{
    /// <summary>The journal has been read.</summary>
    /// <param name="state">The state.</param>
    /// <param name="lastTerm">The last term in it.</param>
    /// <returns>The state in which <see cref="LeadershipTaken"/> with its term is to be persisted.</returns>
    public static LeadershipState Claim(LeadershipState state, long lastTerm) => state.Phase == LeadershipPhase.Recovering
        ? new LeadershipState(LeadershipPhase.Claiming, lastTerm + 1)
        : state;

    /// <summary>A term is durable.</summary>
    /// <param name="state">The state.</param>
    /// <param name="taken">The term.</param>
    public static LeadershipState Lead(LeadershipState state, LeadershipTaken taken) =>
        state.Phase == LeadershipPhase.Claiming && taken.Term == state.Term ? state with { Phase = LeadershipPhase.Leading } : state;

    /// <summary>A write was refused, or its fate is not known.</summary>
    /// <param name="state">The state.</param>
    public static LeadershipState Depose(LeadershipState state) => state with { Phase = LeadershipPhase.Deposed };
}
