namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>A snapshot of all operators of a job that has begun: its moment is settled, and it is written in slices, between which the job
/// may go on.</summary>
internal sealed class SnapshotTaking
{
    private readonly List<(KeyedStateBackend State, OperatorSnapshot Part, int Subtask, ChunkList Chunks)> _unwritten = [];

    /// <summary>Begins a snapshot. Nothing may be on its way between operators.</summary>
    /// <param name="checkpointId">Its number.</param>
    /// <param name="operators">The operators, each behind those downstream of it.</param>
    /// <param name="coordinators">The sources' coordinators.</param>
    /// <param name="previous">The snapshot before, of the same operators; null to write everything.</param>
    public SnapshotTaking(
        long checkpointId,
        IReadOnlyList<(OperatorNode Node, Operator Operator)> operators,
        IReadOnlyList<SourceCoordinator> coordinators,
        JobSnapshot? previous)
    {
        Snapshot = new JobSnapshot(checkpointId);
        for (var i = operators.Count - 1; i >= 0; i--)   // upstream first: what it still emits belongs to the state downstream
        {
            var (node, made) = operators[i];
            made.PrepareSnapshot();
            var part = Snapshot.PartOf(node.Uid);
            part.Elements.AddRange(made.SnapshotElements(checkpointId));
            part.States.AddRange(made.SnapshotStates(checkpointId));
            if (made.RestOfSnapshot(checkpointId) is { } pending)
            {
                var rest = pending.GetAwaiter().GetResult();   // one thread does everything here: nothing could go on meanwhile
                part.Elements.AddRange(rest.Elements);
                part.States.AddRange(rest.States);
            }

            if (made.KeyedState is { } keyed)
                Begin(keyed, part, made.Context.SubtaskIndex, previous?.Operators.GetValueOrDefault(node.Uid));
        }

        foreach (var coordinator in coordinators)
            Snapshot.PartOf(coordinator.Node.Uid).Enumerator = coordinator.Snapshot(checkpointId);
    }

    /// <summary>The snapshot; whole once all is written.</summary>
    public JobSnapshot Snapshot { get; }

    /// <summary>Writes a slice.</summary>
    /// <param name="bytes">About how much.</param>
    /// <returns>Whether all is written.</returns>
    public bool WriteSlice(int bytes)
    {
        if (_unwritten.Count == 0)
            return true;

        var (state, part, subtask, chunks) = _unwritten[0];
        if (!state.WriteSlice(bytes))
            return false;

        part.Add(subtask, chunks.Chunks);
        _unwritten.RemoveAt(0);
        return _unwritten.Count == 0;
    }

    // Behind a base the former chunks of this subtask are of no use; changes continue them.
    private void Begin(KeyedStateBackend keyed, OperatorSnapshot part, int subtask, OperatorSnapshot? previous)
    {
        var chunks = new ChunkList();
        var isBase = keyed.BeginSnapshot(Snapshot.CheckpointId, isBase: previous is null, chunks);
        if (!isBase)
            part.Add(subtask, previous!.ChunksOf(subtask));
        _unwritten.Add((keyed, part, subtask, chunks));
    }
}
