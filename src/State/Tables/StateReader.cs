namespace Akka.Flink.State.Tables;

using Akka.Flink.State.Snapshots;

/// <summary>Takes the entries of one state out of chunks with one header.</summary>
internal abstract class StateReader
{
    /// <summary>Called some entries before one is taken: asks the processor to fetch what that will need.</summary>
    /// <param name="entry">Key and value.</param>
    public virtual void Prefetch(ReadOnlySpan<byte> entry)
    {
    }

    /// <summary>Takes an entry.</summary>
    /// <param name="kind">What it says.</param>
    /// <param name="entry">Key and value.</param>
    /// <param name="scope">Which keys are taken.</param>
    /// <param name="writtenBy">The key groups of the subtask that wrote it.</param>
    public abstract void Take(EntryKind kind, ReadOnlySpan<byte> entry, in RestoreScope scope, KeyGroupRange writtenBy);
}
