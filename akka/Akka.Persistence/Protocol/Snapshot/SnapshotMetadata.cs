namespace Akka.Persistence;

/// <summary>Which snapshot: of whom, up to which event, taken when.</summary>
public sealed class SnapshotMetadata : IEquatable<SnapshotMetadata>
{
    public SnapshotMetadata(string persistenceId, long sequenceNr, DateTime timestamp)
    {
        PersistenceId = persistenceId;
        SequenceNr = sequenceNr;
        Timestamp = timestamp;
    }

    /// <summary>Orders by persistence id, then by sequence number, then by time.</summary>
    public static IComparer<SnapshotMetadata> Comparer { get; } = Comparer<SnapshotMetadata>.Create(Compare);

    public string PersistenceId { get; }

    public long SequenceNr { get; }

    /// <summary>In UTC. <see cref="DateTime.MinValue"/> in a deletion means: of any time.</summary>
    public DateTime Timestamp { get; }

    public bool Equals(SnapshotMetadata other) =>
        other is not null && PersistenceId == other.PersistenceId && SequenceNr == other.SequenceNr && Timestamp == other.Timestamp;

    public override bool Equals(object obj) => obj is SnapshotMetadata other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(PersistenceId, SequenceNr, Timestamp);

    public override string ToString() => $"SnapshotMetadata<pid: {PersistenceId}, seqNr: {SequenceNr}, timestamp: {Timestamp:yyyy/MM/dd}>";

    private static int Compare(SnapshotMetadata left, SnapshotMetadata right)
    {
        var byId = string.CompareOrdinal(left.PersistenceId, right.PersistenceId);
        if (byId != 0)
            return byId;

        var bySequence = left.SequenceNr.CompareTo(right.SequenceNr);
        return bySequence != 0 ? bySequence : left.Timestamp.CompareTo(right.Timestamp);
    }
}
