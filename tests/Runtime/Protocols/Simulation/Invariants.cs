namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>The invariants of docs/internals/invariants.md that the simulation checks.</summary>
internal static class Invariants
{
    public const string DurableLeadership = "C1 durable leadership";
    public const string OneLeader = "C2 one leader";
    public const string DurableAttempt = "C3 durable attempt";
    public const string OneAttempt = "C4 one attempt";
    public const string OldAttempts = "C5 old attempts change nothing";
    public const string AllAcknowledged = "C6 all acknowledged";
    public const string DurableBeforeCommit = "C7 durable before commit";
    public const string SegmentsStay = "C8 segments stay";
    public const string ResumesAtLast = "C9 resumes at the last checkpoint";
    public const string ExactlyOnce = "C10 exactly once";
    public const string Finishes = "C11 finishes";
    public const string SplitsInTurn = "C12 splits in turn";
    public const string NothingStays = "C14 nothing stays";
    public const string OneWriter = "C15 one writer";
    public const string KnownSlots = "C16 known slots";
    public const string NothingTwice = "C17 nothing twice";
    public const string NothingThrows = "nothing throws";
    public const string OneSnapshot = "C13 one snapshot at a time";
}
