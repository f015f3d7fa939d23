namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>What processes a stream inside a task: it sees its inputs, its outputs, its state and its timers, and nothing of what runs
/// it.</summary>
/// <remarks>
/// <para>Life: made, states restored, <see cref="Open"/>, elements through its inputs, between batches snapshots, at the end
/// <see cref="Close"/>.</para>
/// <para><b>State.</b> A snapshot is taken between batches, when nothing is left to resume: <see cref="PrepareSnapshot"/>, then what
/// <see cref="KeyedState"/> holds.</para>
/// <para><b>Threads.</b> One at a time: the task's.</para>
/// <para><b>Flink.</b> <c>StreamOperator</c>, <c>AbstractStreamOperator</c>.</para>
/// </remarks>
public abstract class Operator
{
    /// <summary>An operator in a place.</summary>
    /// <param name="context">Where it runs.</param>
    protected Operator(OperatorContext context) => Context = context;

    /// <summary>Where the operator runs.</summary>
    public OperatorContext Context { get; }

    /// <summary>The keyed state and timers; null when the operator has none.</summary>
    public virtual KeyedStateBackend? KeyedState => null;

    /// <summary>Called once before the first element.</summary>
    public virtual void Open()
    {
    }

    /// <summary>Called after the clock was moved: fires what is due by it.</summary>
    /// <returns>Whether all of it is done; if not, <see cref="Resume"/> goes on.</returns>
    public virtual bool OnProcessingTime() => true;

    /// <summary>Goes on with what stopped because an output was not writable.</summary>
    /// <returns>Whether nothing is left to go on with, downstream included.</returns>
    public abstract bool Resume();

    /// <summary>Whether it takes nothing until something outside happens, such as the end of an asynchronous call: resuming it in a loop is
    /// of no use.</summary>
    internal virtual bool IsWaiting => false;

    /// <summary>Called before a snapshot: what is kept outside of the state goes into it, what is buffered goes out.</summary>
    public virtual void PrepareSnapshot()
    {
    }

    /// <summary>What the operator keeps apart from keyed state, as elements: after a restore they are dealt out evenly to all
    /// subtasks.</summary>
    /// <param name="checkpointId">The snapshot's number.</param>
    /// <returns>The elements; none by default.</returns>
    public virtual IReadOnlyList<ReadOnlyMemory<byte>> SnapshotElements(long checkpointId) => [];

    /// <summary>What belongs to the snapshot that was just taken but is known only later, while elements are processed again.</summary>
    /// <param name="checkpointId">The snapshot's number.</param>
    /// <returns>The rest, on any thread; null when nothing is missing. The snapshot is not durable before.</returns>
    internal virtual Task<SnapshotRest>? RestOfSnapshot(long checkpointId) => null;

    /// <summary>Takes the elements that fall to this subtask, before <see cref="Open"/>.</summary>
    /// <param name="elements">The elements.</param>
    public virtual void RestoreElements(IReadOnlyList<ReadOnlyMemory<byte>> elements)
    {
    }

    /// <summary>What the operator and its functions keep apart from keyed state by name, as chunks: after a restore every subtask is given
    /// those of all.</summary>
    /// <param name="checkpointId">The snapshot's number.</param>
    /// <returns>The chunks; none for most operators.</returns>
    internal IReadOnlyList<ReadOnlyMemory<byte>> SnapshotStates(long checkpointId) => Context.States.Snapshot(checkpointId);

    /// <summary>Learns that the job goes on from a snapshot, and takes the chunks that all former subtasks wrote, before
    /// <see cref="Open"/>.</summary>
    /// <param name="checkpointId">The snapshot's number.</param>
    /// <param name="chunks">The chunks.</param>
    internal void RestoreStates(long checkpointId, IEnumerable<ReadOnlyMemory<byte>> chunks) =>
        Context.States.Restore(checkpointId, chunks);

    /// <summary>Called when a snapshot is complete for the whole job.</summary>
    /// <param name="checkpointId">Its number.</param>
    public virtual void NotifyCheckpointComplete(long checkpointId)
    {
    }

    /// <summary>Takes over what is not state from the operator that stood here before: the current watermark, statuses, watermark
    /// generators. Called after <see cref="Open"/>.</summary>
    /// <param name="before">An operator of the same kind, which is not used any more.</param>
    /// <remarks>For tests that restore where nothing has failed: there everything goes on as if nothing had happened. A restore after a
    /// failure starts without all this.</remarks>
    internal virtual void TakeOver(Operator before)
    {
    }

    /// <summary>Called once after the last element, and when the task fails or is cancelled.</summary>
    public virtual void Close()
    {
    }
}
