namespace Akka.Flink.State.Tables;

using Akka.Flink.State.Snapshots;

/// <summary>A part of a backend that is written to snapshots and restored: a column, the timers of a domain, the windows of an
/// operator.</summary>
/// <remarks>
/// <para>A snapshot is cooperative: <see cref="BeginSnapshot"/> fixes what belongs to it without writing it, <see cref="WriteSlice"/>
/// writes some of it now and then, and what is about to change before it was written is written first.</para>
/// </remarks>
/// <param name="info">What it is.</param>
internal abstract class StateTable(StateInfo info)
{
    /// <summary>What it is.</summary>
    public StateInfo Info { get; } = info;

    /// <summary>The number that entries use; the position in the backend.</summary>
    public int Id { get; set; }

    /// <summary>Fixes what belongs to the snapshot.</summary>
    /// <param name="writer">Takes the entries, until <see cref="WriteSlice"/> has answered true.</param>
    /// <param name="isBase">Whether everything belongs to it, or what changed since the last one.</param>
    public abstract void BeginSnapshot(SnapshotWriter writer, bool isBase);

    /// <summary>Writes until the writer's slice is full.</summary>
    /// <returns>Whether everything is written; the table then forgets the writer.</returns>
    public abstract bool WriteSlice();

    /// <summary>Asks the processor to fetch what belongs to some keys, if the table is by key.</summary>
    /// <param name="slots">The keys' slots.</param>
    public virtual void Prefetch(ReadOnlySpan<int> slots)
    {
    }

    /// <summary>Checks that what was written under a header can be read, and prepares that.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="uid">The operator, for errors.</param>
    /// <exception cref="StateException">It cannot be read.</exception>
    public abstract StateReader ReaderFor(StateInfo written, string uid);

    /// <summary>Checks what all kinds of state have in common.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="uid">The operator, for errors.</param>
    protected void CheckCompatible(StateInfo written, string uid)
    {
        if (written.Kind != Info.Kind)
            throw StateErrors.KindChanged(Info.Name, uid, written.ToString(), Info.ToString());
        if (written.HasTimeToLive != Info.HasTimeToLive)
            throw StateErrors.TimeToLiveSwitched(Info.Name, uid, written.HasTimeToLive);
        if (written.Namespace != Info.Namespace || written.Element != Info.Element)
            throw StateErrors.SerializerChanged(Info.Name, uid, written.ToString(), Info.ToString());
    }
}
