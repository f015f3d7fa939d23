namespace Akka.Flink.Operators;

/// <summary>Takes the state of all operators of a job into a snapshot, and out of one.</summary>
internal static class SnapshotTransfer
{
    /// <summary>Takes a snapshot.</summary>
    /// <param name="checkpointId">Its number.</param>
    /// <param name="operators">The operators.</param>
    /// <param name="coordinators">The sources' coordinators.</param>
    /// <param name="sliceBytes">How much is written at a time.</param>
    /// <param name="previous">The snapshot before, to write changes only; null to write everything.</param>
    public static JobSnapshot Take(
        long checkpointId,
        IReadOnlyList<(OperatorNode Node, Operator Operator)> operators,
        IReadOnlyList<SourceCoordinator> coordinators,
        int sliceBytes,
        JobSnapshot? previous = null)
    {
        var taking = new SnapshotTaking(checkpointId, operators, coordinators, previous);
        while (!taking.WriteSlice(sliceBytes))
        {
            // one slice after the other, with nothing in between
        }

        return taking.Snapshot;
    }

    /// <summary>Restores operators that are not open yet.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="operators">The operators.</param>
    /// <param name="coordinators">The sources' coordinators.</param>
    /// <exception cref="JobException">The snapshot has state of an operator that is not there.</exception>
    public static void Restore(
        JobSnapshot snapshot,
        IReadOnlyList<(OperatorNode Node, Operator Operator)> operators,
        IReadOnlyList<SourceCoordinator> coordinators)
    {
        var uids = operators.Select(each => each.Node.Uid).ToHashSet();
        foreach (var (uid, part) in snapshot.Operators)
        {
            if (part.SizeBytes > 0 && !uids.Contains(uid))
                throw OperatorErrors.UnclaimedState(uid, uids);
        }

        foreach (var (node, made) in operators)
        {
            var part = snapshot.Operators.GetValueOrDefault(node.Uid);
            made.RestoreStates(snapshot.CheckpointId, part?.States ?? []);
            if (part is not null)
                Restore(made, part);
        }

        foreach (var coordinator in coordinators)
        {
            if (snapshot.Operators.TryGetValue(coordinator.Node.Uid, out var part) && part.Enumerator is { } state)
                coordinator.Restore(state);
        }
    }

    private static void Restore(Operator made, OperatorSnapshot part)
    {
        var context = made.Context;
        made.RestoreElements([.. part.Elements.Where((_, index) => index % context.Parallelism == context.SubtaskIndex)]);
        if (made.KeyedState is not { } keyed)
            return;

        foreach (var chunk in part.Chunks)
            keyed.Restore(chunk);
        keyed.EndRestore();
    }
}
