namespace Akka.Flink.State.OperatorState;

using Akka.Flink.State.Snapshots;

/// <summary>A state of an operator.</summary>
/// <param name="info">What it is.</param>
internal abstract class OperatorTable(StateInfo info)
{
    /// <summary>What it is.</summary>
    public StateInfo Info { get; } = info;

    /// <summary>Writes all of it.</summary>
    /// <param name="writer">Takes the entries.</param>
    /// <param name="state">The state's number in the header.</param>
    public abstract void Write(SnapshotWriter writer, int state);

    /// <summary>Takes what was restored.</summary>
    /// <param name="elements">The elements, in order.</param>
    /// <param name="uid">The operator, for errors.</param>
    public abstract void Restore(IEnumerable<RestoredElement> elements, string uid);
}
