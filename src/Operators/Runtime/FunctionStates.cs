namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.State.OperatorState;

/// <summary>The state of an operator that belongs to no key, and the functions that keep some there.</summary>
/// <param name="context">Where the operator runs.</param>
/// <remarks>Made of nothing until somebody asks: most operators have none.</remarks>
internal sealed class FunctionStates(OperatorContext context)
{
    private readonly List<ICheckpointedFunction> _functions = [];
    private OperatorStateBackend? _backend;

    /// <summary>The snapshot that the job goes on from; null when it starts afresh.</summary>
    public long? RestoredFrom { get; private set; }

    /// <summary>The states.</summary>
    public IOperatorStateStore Store => Backend;

    private OperatorStateBackend Backend => _backend ??= new OperatorStateBackend(
        new OperatorStateSetup(context.Uid, context.SubtaskIndex, context.Parallelism, ProgramTypes.Instance));

    /// <summary>Takes what all former subtasks wrote, before the operator is opened.</summary>
    /// <param name="checkpointId">The snapshot's number.</param>
    /// <param name="chunks">The chunks; none when the operator had no such state.</param>
    public void Restore(long checkpointId, IEnumerable<ReadOnlyMemory<byte>> chunks)
    {
        RestoredFrom = checkpointId;
        foreach (var chunk in chunks)
            Backend.Restore(chunk);
        _backend?.EndRestore();
    }

    /// <summary>Lets a function declare its state, and asks it at each snapshot.</summary>
    /// <param name="function">The function.</param>
    /// <param name="keyed">Its keyed state; null when the stream is not keyed.</param>
    public void Add(ICheckpointedFunction function, KeyedStateBackend? keyed)
    {
        _functions.Add(function);
        function.InitializeState(new InitializationContext(this, context, keyed));
    }

    /// <summary>Writes a snapshot.</summary>
    /// <param name="checkpointId">Its number.</param>
    /// <returns>The chunks; none when the operator has no such state.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>> Snapshot(long checkpointId)
    {
        foreach (var function in _functions)
            Ask(function, checkpointId);
        if (_backend is null)
            return [];

        var chunks = new ChunkList();
        _backend.Snapshot(checkpointId, chunks);
        return chunks.Chunks;
    }

    private void Ask(ICheckpointedFunction function, long checkpointId)
    {
        try
        {
            function.SnapshotState(new SnapshotContext(checkpointId));
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.SnapshotFailed(context, checkpointId, cause);
        }
    }

    private sealed class InitializationContext(FunctionStates owner, OperatorContext context, KeyedStateBackend? keyed)
        : IFunctionInitializationContext
    {
        public bool IsRestored => owner.RestoredFrom is not null;

        public long? RestoredCheckpointId => owner.RestoredFrom;

        public IOperatorStateStore OperatorStateStore => owner.Store;

        public IKeyedStateStore KeyedStateStore => keyed is not null
            ? new GlobalStateStore(keyed)
            : throw OperatorErrors.NotKeyed("KeyedStateStore", context);
    }

    private sealed record SnapshotContext(long CheckpointId) : IFunctionSnapshotContext;
}
