namespace Akka.Flink.Operators;

/// <summary>The state of a whole job at one moment, by the uids of its operators. A job of the same operators goes on from it, at any
/// parallelism.</summary>
public sealed class JobSnapshot
{
    internal JobSnapshot(long checkpointId) => CheckpointId = checkpointId;

    /// <summary>Its number.</summary>
    public long CheckpointId { get; }

    /// <summary>The operators' parts, by uid.</summary>
    public IReadOnlyDictionary<string, OperatorSnapshot> Operators => Parts;

    internal SortedDictionary<string, OperatorSnapshot> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>The part of an operator, made if it is not there yet.</summary>
    /// <param name="uid">The operator's uid.</param>
    internal OperatorSnapshot PartOf(string uid)
    {
        if (!Parts.TryGetValue(uid, out var part))
            Parts.Add(uid, part = new OperatorSnapshot());
        return part;
    }
}
