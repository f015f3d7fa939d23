namespace Akka.Flink.Runtime;

using Akka.Flink.State;

/// <summary>Deals a checkpoint out to the subtasks of a job, which may be more or fewer than those that wrote it.</summary>
/// <remarks>
/// <para>Elements of an operator go round: of all that its subtasks wrote, in their order, the one with index i falls to subtask i modulo
/// parallelism. Chunks of operator state by name go to every subtask, which finds out what is its own: a share of a list, all of a union
/// list, a copy of broadcast state. Keyed handles go to every subtask that owns one of their key groups.</para>
/// <para><b>Flink.</b> <c>StateAssignmentOperation</c>.</para>
/// </remarks>
internal static class RestorePlan
{
    /// <summary>Deals out.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="targets">The operators of the job, in order within their vertex.</param>
    /// <param name="savepoint">The savepoint that the checkpoint is; null when it is one of the job's own.</param>
    /// <returns>What falls to each subtask.</returns>
    /// <exception cref="JobException">The checkpoint has state of an operator that is not there, or other key groups.</exception>
    public static IReadOnlyDictionary<SubtaskId, TaskRestore> Of(
        CompletedCheckpoint checkpoint, IReadOnlyList<RestoreTarget> targets, SavepointOrigin? savepoint = null)
    {
        var parts = Gather(checkpoint);
        Check(checkpoint, parts, targets, savepoint);

        var operators = new Dictionary<SubtaskId, List<OperatorRestore>>();
        foreach (var target in targets)
        {
            for (var index = 0; index < target.Parallelism; index++)
            {
                var subtask = new SubtaskId(target.Vertex, index);
                if (!operators.TryGetValue(subtask, out var list))
                    operators.Add(subtask, list = []);
                if (parts.TryGetValue(target.Uid, out var written))
                    list.Add(Deal(target, index, written, savepoint is not null));
            }
        }

        return operators.ToDictionary(each => each.Key, each => new TaskRestore(checkpoint.Id, each.Value));
    }

    // All parts of each operator, in the order of the subtasks that wrote them.
    private static Dictionary<string, List<OperatorStateHandle>> Gather(CompletedCheckpoint checkpoint)
    {
        var parts = new Dictionary<string, List<OperatorStateHandle>>(StringComparer.Ordinal);
        foreach (var part in checkpoint.Subtasks.SelectMany(subtask => subtask.Operators))
        {
            if (!parts.TryGetValue(part.Uid, out var list))
                parts.Add(part.Uid, list = []);
            list.Add(part);
        }

        return parts;
    }

    private static void Check(
        CompletedCheckpoint checkpoint,
        Dictionary<string, List<OperatorStateHandle>> parts,
        IReadOnlyList<RestoreTarget> targets,
        SavepointOrigin? savepoint)
    {
        var name = savepoint is null ? $"Checkpoint {checkpoint.Id}" : $"Savepoint '{savepoint.Directory}'";
        var present = targets.Select(target => target.Uid).ToHashSet(StringComparer.Ordinal);
        var withState = parts.Where(each => each.Value.Exists(HasState)).Select(each => each.Key)
            .Concat(checkpoint.Enumerators.Select(each => each.Uid)).Distinct().ToList();
        var unclaimed = withState.Where(uid => !present.Contains(uid)).Order(StringComparer.Ordinal).ToList();
        if (unclaimed.Count > 0 && savepoint is { AllowsUnclaimed: false })
            throw JobErrors.UnclaimedInSavepoint(savepoint.Directory, unclaimed, present);
        if (savepoint is null && unclaimed.Count > 0 && unclaimed.Count == withState.Count)
            throw JobErrors.CheckpointOfAnotherJob(checkpoint.Id, unclaimed, present);
        if (savepoint is null && unclaimed.Count > 0)
            throw JobErrors.UnclaimedState(checkpoint.Id, unclaimed, present);

        foreach (var target in targets)
        {
            if (!parts.TryGetValue(target.Uid, out var written))
                continue;

            var keyGroups = written.Max(part => part.Keyed?.LastKeyGroup + 1) ?? target.MaxParallelism;
            if (keyGroups != target.MaxParallelism)
                throw JobErrors.OtherKeyGroups(name, target.Uid, keyGroups, target.MaxParallelism);
        }
    }

    private static bool HasState(OperatorStateHandle part) =>
        part.Elements.Count > 0 || part.States.Count > 0 || part.Keyed is { Chunks.Count: > 0 };

    private static OperatorRestore Deal(RestoreTarget target, int index, List<OperatorStateHandle> written, bool isSavepoint)
    {
        var own = KeyGroupRange.Of(index, target.Parallelism, target.MaxParallelism);
        var elements = new List<ReadOnlyMemory<byte>>();
        var keyed = new List<KeyedStateHandle>();
        var number = 0;
        foreach (var part in written)
        {
            foreach (var element in part.Elements)
            {
                if (number++ % target.Parallelism == index)
                    elements.Add(element);
            }

            if (part.Keyed is { } handle && handle.FirstKeyGroup <= own.Last && handle.LastKeyGroup >= own.First)
                keyed.Add(handle);
        }

        // What goes on from a savepoint writes all of its state to a store of its own.
        var isSame = !isSavepoint && keyed.Count == 1 && keyed[0].FirstKeyGroup == own.First && keyed[0].LastKeyGroup == own.Last;
        return new OperatorRestore(target.Uid, elements, keyed, isSame) { States = [.. written.SelectMany(part => part.States)] };
    }
}
