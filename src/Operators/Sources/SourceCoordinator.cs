namespace Akka.Flink.Operators;

/// <summary>Runs the enumerator of a source for a job, beside its operators.</summary>
internal abstract class SourceCoordinator
{
    /// <summary>The operator in the graph.</summary>
    public required OperatorNode Node { get; init; }

    /// <summary>Adds the reader of a subtask, in the order of subtasks.</summary>
    /// <param name="reader">The source operator.</param>
    public abstract void Attach(Operator reader);

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
