namespace Akka.Flink.Runtime;

/// <summary>A snapshot of a task on its way: from its barrier until it is durable.</summary>
/// <param name="barrier">Its barrier.</param>
/// <param name="alignmentMs">From the first barrier to the last.</param>
/// <param name="at">When it could begin, by the clock's timestamp.</param>
internal sealed class TaskSnapshot(CheckpointBarrier barrier, long alignmentMs, long at)
{
    /// <summary>Its barrier.</summary>
    public CheckpointBarrier Barrier { get; } = barrier;

    /// <summary>From the first barrier to the last.</summary>
    public long AlignmentMs { get; } = alignmentMs;

    /// <summary>When it could begin, by the clock's timestamp.</summary>
    public long At { get; } = at;

    /// <summary>When records were processed again, by the clock's timestamp.</summary>
    public long TakenAt { get; set; }

    /// <summary>The elements of the operators, in order.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>[] Elements { get; set; } = [];

    /// <summary>The chunks of operator state by name, in the order of operators.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>[] States { get; set; } = [];

    /// <summary>Their keyed state, once it is written.</summary>
    public KeyedStateHandle?[] Keyed { get; set; } = [];

    /// <summary>How many operators have not said the rest of theirs yet.</summary>
    public int MissingRests { get; set; }

    /// <summary>The segment that keyed state is written to; null without.</summary>
    public OpenSegment? Segment { get; set; }

    /// <summary>The file of the savepoint that it is, too; null without.</summary>
    public SavepointFile? Saved { get; set; }

    /// <summary>Where keyed state is in the savepoint.</summary>
    public List<SavedState> SavedStates { get; } = [];

    /// <summary>The last chunk.</summary>
    public long LastChunk { get; set; }

    /// <summary>How many bytes were written for it.</summary>
    public long WrittenBytes { get; set; }

    /// <summary>Whether any keyed state is written whole.</summary>
    public bool IsBase { get; set; }

    /// <summary>Whether nobody waits for it any more.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>Whether all that was written is durable.</summary>
    public bool IsDurable => MissingRests == 0 && (Segment is null || Segment.Persisted >= LastChunk)
        && (Saved is null || Saved.Segment.Persisted >= Saved.Segment.Writer.Appended);
}
