namespace Akka.Flink.State.Snapshots;

using System.Buffers;
using System.Collections.Immutable;

/// <summary>Writes restored entries that no function has declared yet into a base, as they are.</summary>
internal sealed class PendingWriter
{
    private readonly List<PendingState.Run> _runs = [];
    private readonly int _firstState;
    private int _nextRun;
    private int _nextEntry;

    /// <summary>A writer of what waits now.</summary>
    /// <param name="pending">What waits.</param>
    /// <param name="firstState">The number of states that are declared.</param>
    public PendingWriter(IEnumerable<PendingState> pending, int firstState)
    {
        _firstState = firstState;
        foreach (var state in pending)
            _runs.AddRange(state.Runs);
    }

    /// <summary>Adds what the header must say of the entries: a state for each run, for runs may have been written under different
    /// schemas.</summary>
    /// <param name="states">The header's states.</param>
    public void AddStates(ImmutableArray<StateInfo>.Builder states)
    {
        foreach (var run in _runs)
            states.Add(run.Info);
    }

    /// <summary>Writes until the slice is full.</summary>
    /// <param name="writer">Takes the entries.</param>
    /// <returns>Whether all is written.</returns>
    public bool WriteSlice(SnapshotWriter writer)
    {
        for (; _nextRun < _runs.Count; _nextRun++, _nextEntry = 0)
        {
            var run = _runs[_nextRun];
            var entries = run.Entries;
            for (; _nextEntry < entries.Count; _nextEntry++)
            {
                if (writer.IsSliceFull)
                    return false;

                writer.Begin(_firstState + _nextRun, entries[_nextEntry].Kind).Write(run.BytesOf(entries[_nextEntry]).Span);
                writer.End();
            }
        }

        return true;
    }
}
