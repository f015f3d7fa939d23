namespace Akka.Flink.Runtime.Tests.Tasks.Support;

using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>A checkpoint of a whole job.</summary>
internal sealed record JobCheckpoint(
    CheckpointId Id,
    IReadOnlyDictionary<SubtaskId, CheckpointAcknowledged> Parts,
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Enumerators)
{
    public IEnumerable<OperatorStateHandle> Operators => Parts.OrderBy(each => each.Key.Vertex).ThenBy(each => each.Key.Index)
        .SelectMany(each => each.Value.Operators);

    /// <summary>What falls to a subtask.</summary>
    public TaskRestore RestoreOf(JobVertex vertex, int subtask) =>
        new(Id, [.. vertex.Nodes.Select(node => RestoreOf(node, subtask))]);

    private OperatorRestore RestoreOf(OperatorNode node, int subtask)
    {
        var parts = Operators.Where(each => each.Uid == node.Uid).ToList();
        var elements = parts.SelectMany(part => part.Elements).Where((_, index) => index % node.Parallelism == subtask);
        var range = KeyGroupRange.Of(subtask, node.Parallelism, node.MaxParallelism);
        var keyed = parts.Select(part => part.Keyed).OfType<KeyedStateHandle>()
            .Where(handle => handle.FirstKeyGroup <= range.Last && handle.LastKeyGroup >= range.First).ToList();
        var isSame = keyed is [var only] && only.FirstKeyGroup == range.First && only.LastKeyGroup == range.Last;
        return new OperatorRestore(node.Uid, [.. elements], keyed, isSame) { States = [.. parts.SelectMany(part => part.States)] };
    }
}
