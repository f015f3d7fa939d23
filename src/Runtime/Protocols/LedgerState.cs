namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What the protocol of the job manager knows.</summary>
internal sealed record LedgerState
{
    /// <summary>Before the journal is read.</summary>
    public static LedgerState Initial { get; } = new();

    /// <summary>Whether it may speak.</summary>
    public LeadershipState Leadership { get; init; }

    /// <summary>What is durable.</summary>
    public Ledger Ledger { get; init; } = Ledger.Empty;

    /// <summary>The jobs that have a master, with how many checkpoints they keep.</summary>
    public ImmutableDictionary<JobId, int> Running { get; init; } = ImmutableDictionary<JobId, int>.Empty;

    /// <summary>The jobs without checkpoints that had a master, with their last attempt. They are forgotten with this process.</summary>
    public ImmutableDictionary<JobId, int> Unrecorded { get; init; } = ImmutableDictionary<JobId, int>.Empty;

    /// <summary>The event whose fate is awaited; null while none is. Until then nothing else is taken in.</summary>
    public ControlEvents.IControlEvent? Writing { get; init; }

    /// <summary>The attempt that begins once a damaged checkpoint is released; null for none.</summary>
    public LedgerInputs.BeginAttempt? Beginning { get; init; }

    /// <summary>Segments that no checkpoint after the one being written names.</summary>
    public IReadOnlyList<SegmentId> Left { get; init; } = [];

    /// <summary>Whether a message can be taken in now.</summary>
    public bool IsReady => Leadership.Phase == LeadershipPhase.Leading && Writing is null;
}
