namespace Akka.Flink.Operators;

/// <summary>Runs the enumerator of a source for a job, beside its operators.</summary>
/// <remarks><para><b>Threads.</b> One at a time: that of its <see cref="ICoordinatorHost"/>. What an enumerator throws comes out as a
/// <see cref="JobException"/> that names the source.</para></remarks>
internal abstract class SourceCoordinator
{
    /// <summary>The operator in the graph.</summary>
    public required OperatorNode Node { get; init; }

    /// <summary>How the source waits for others; null not at all.</summary>
    public WatermarkAlignment? Alignment { get; init; }

    /// <summary>Tells all readers how far their watermarks may go.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    public abstract void SetMaxWatermark(long watermarkMs);

    /// <summary>Adds the reader of a subtask, in the order of subtasks.</summary>
    /// <param name="reader">The source operator.</param>
    public abstract void Attach(Operator reader);

    /// <summary>Adds the reader of a subtask that runs in another task, in the order of subtasks.</summary>
    /// <param name="outlet">The way to it.</param>
    public abstract void Attach(ISplitOutlet outlet);

    /// <summary>Takes a reader's request for a split. Before the enumerator has started, it waits.</summary>
    /// <param name="subtask">The reader's subtask.</param>
    public abstract void HandleSplitRequest(int subtask);

    /// <summary>Takes what a reader tells. Before the enumerator has started, it waits.</summary>
    /// <param name="subtask">The reader's subtask.</param>
    /// <param name="data">What it tells.</param>
    public abstract void HandleSourceEvent(int subtask, ReadOnlyMemory<byte> data);

    /// <summary>Says in words where readers go on, for people.</summary>
    /// <param name="elements">What readers remembered: their splits.</param>
    public abstract IReadOnlyList<string> Describe(IReadOnlyList<ReadOnlyMemory<byte>> elements);

    /// <summary>Takes what the enumerator remembered, before <see cref="Start"/>.</summary>
    /// <param name="state">Its bytes.</param>
    public abstract void Restore(ReadOnlyMemory<byte> state);

    /// <summary>Starts the enumerator, when all readers are open.</summary>
    public abstract void Start();

    /// <summary>What the enumerator remembers.</summary>
    /// <param name="checkpointId">The checkpoint's number.</param>
    public abstract ReadOnlyMemory<byte> Snapshot(long checkpointId);

    /// <summary>Ends it.</summary>
    public abstract void Close();
}
