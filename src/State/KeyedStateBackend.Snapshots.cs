namespace Akka.Flink.State;

using System.Collections.Immutable;
using Akka.Flink.State.Snapshots;
using Akka.Flink.State.Tables;

/// <summary>Snapshots.</summary>
public abstract partial class KeyedStateBackend
{
    private SnapshotWriter? _snapshot;
    private long _snapshotId;
    private int _nextTable;
    private PendingWriter? _pendingWriter;

    /// <summary>Whether a snapshot has begun and is not written yet.</summary>
    public bool IsSnapshotInProgress => _snapshot is not null;

    /// <summary>Whether the next snapshot must hold everything: nothing was written or restored before, or it was restored from other key
    /// groups.</summary>
    public bool NextIsBase { get; private set; } = true;

    /// <summary>Begins a snapshot of the state as it is now. Nothing is written yet; what changes from now on does not belong to
    /// it.</summary>
    /// <param name="snapshotId">Its number, larger than those of all before.</param>
    /// <param name="isBase">Whether it is to hold everything, or what changed since the last. See <see cref="NextIsBase"/>, which counts as
    /// true here.</param>
    /// <param name="sink">Takes the chunks.</param>
    /// <returns>Whether it will hold everything.</returns>
    /// <remarks>Call it between batches, after <see cref="EndBatch"/>.</remarks>
    /// <exception cref="InvalidOperationException">The last snapshot is not written yet.</exception>
    public bool BeginSnapshot(long snapshotId, bool isBase, IChunkWriter sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (_snapshot is not null)
            throw StateErrors.SnapshotInProgress(Setup.Uid, _snapshotId);

        isBase |= NextIsBase;
        NextIsBase = false;
        _snapshotId = snapshotId;
        _nextTable = 0;
        _pendingWriter = isBase ? new PendingWriter(_pending.Values, _tables.Count) : null;
        var states = ImmutableArray.CreateBuilder<StateInfo>();
        foreach (var table in _tables)
            states.Add(table.Info);
        _pendingWriter?.AddStates(states);
        _snapshot = new SnapshotWriter(
            sink, new ChunkHeader(
                Setup.Uid, snapshotId, isBase, Setup.Subtask, Setup.Range, Setup.MaxParallelism, KeySchema, states.ToImmutable()));
        foreach (var table in _tables)
            table.BeginSnapshot(_snapshot, isBase);
        return isBase;
    }

    /// <summary>Writes some of the snapshot.</summary>
    /// <param name="budgetBytes">About how many bytes; one entry, or the changes of the records since, may exceed it.</param>
    /// <returns>Whether all of it is written and handed over.</returns>
    /// <exception cref="InvalidOperationException">No snapshot has begun.</exception>
    public bool WriteSlice(int budgetBytes)
    {
        if (_snapshot is not { } snapshot)
            throw StateErrors.NoSnapshot(Setup.Uid);

        snapshot.SliceEnd = snapshot.Bytes + budgetBytes;
        for (; _nextTable < _tables.Count; _nextTable++)
        {
            if (!_tables[_nextTable].WriteSlice())
                return false;
        }

        if (_pendingWriter is not null && !_pendingWriter.WriteSlice(snapshot))
            return false;

        _pendingWriter = null;
        snapshot.Complete();
        _snapshot = null;
        return true;
    }
}
