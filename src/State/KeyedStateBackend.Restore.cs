namespace Akka.Flink.State;

using Akka.Flink.State.Snapshots;
using Akka.Flink.State.Tables;

/// <summary>The restore of keyed state: takes chunks in any order of subtasks, and keeps what no state has claimed yet.</summary>
public abstract partial class KeyedStateBackend
{
    private const int PrefetchDistance = 16;

    private readonly Dictionary<string, PendingState> _pending = [];
    private readonly Dictionary<KeyGroupRange, long> _restoredRanges = [];
    private readonly Dictionary<StateInfo, StateReader> _readers = [];

    /// <summary>Takes what this subtask owns out of a chunk.</summary>
    /// <param name="chunk">A chunk, which must not change afterwards. Those of one former subtask come in the order in which they were
    /// written, beginning with a base; those of several may come in any order.</param>
    /// <remarks>States may have been declared or not. <see cref="EndRestore"/> must follow the last chunk.</remarks>
    /// <exception cref="StateException">The chunk is damaged, cut off, newer than this program or another operator's; the key's type or the
    /// maximum parallelism has changed; or what it holds cannot be read as what was declared.</exception>
    public void Restore(ReadOnlyMemory<byte> chunk)
    {
        var reader = ChunkReader.Open(chunk.Span, Setup.Uid);
        var header = reader.Header;
        Check(header);
        foreach (var state in header.States)
        {
            if (state.IsComplete && _pending.TryGetValue(state.Name, out var older))
                older.Supersede(header);
        }

        if (!header.Range.Intersects(Setup.Range))
            return;

        while (reader.MoveNext())
        {
            var entry = new PendingState.Entry(reader.Kind, reader.EntryPosition, reader.Entry.Length);
            Take(header, chunk, header.States[reader.State], entry);
        }
    }

    /// <summary>Ends a restore: everything is in.</summary>
    /// <exception cref="StateException">What was restored cannot be read as what was declared.</exception>
    public void EndRestore()
    {
        foreach (var table in _tables)
            TakePending(table);
        foreach (var space in _spaces)
            space.EndRestore();
        EndBatch();
        NextIsBase = _restoredRanges.Count != 1 || !_restoredRanges.ContainsKey(Setup.Range);
        _readers.Clear();
    }

    /// <summary>The windows or other tables of this name.</summary>
    /// <typeparam name="TTable">The table's type.</typeparam>
    /// <param name="info">What it is.</param>
    /// <param name="make">Makes it.</param>
    private protected TTable GetTable<TTable>(StateInfo info, Func<StateInfo, TTable> make)
        where TTable : StateTable =>
        _states.Table(info, make);

    /// <summary>Reads a key.</summary>
    /// <param name="entry">An entry; moved behind its key.</param>
    /// <returns>Whether the key is this subtask's.</returns>
    private protected abstract bool ReadKey(ref ReadOnlySpan<byte> entry);

    private void Check(ChunkHeader header)
    {
        if (header.Key != KeySchema)
            throw StateErrors.KeyChanged(Setup.Uid, $"{header.Key}", $"{KeySchema}");
        if (header.MaxParallelism != Setup.MaxParallelism)
            throw StateErrors.MaxParallelismChanged(Setup.Uid, header.MaxParallelism, Setup.MaxParallelism);
        if (!header.IsBase && !_restoredRanges.ContainsKey(header.Range))
            throw StateErrors.NotABase(Setup.Uid, header.SnapshotId, header.Range);

        _restoredRanges[header.Range] = header.SnapshotId;
    }

    private void Take(ChunkHeader header, ReadOnlyMemory<byte> chunk, StateInfo written, PendingState.Entry entry)
    {
        var bytes = chunk.Slice(entry.Position, entry.Length);
        if (!written.IsComplete && FindTable(written.Name) is { } table)
        {
            Give(table, written, entry.Kind, bytes.Span, header);
            return;
        }

        if (entry.Kind == EntryKind.Drop)
        {
            DropPending(header, written.Name, bytes);
            return;
        }

        if (!Setup.Range.Contains(header.Range) && !IsOwn(written, bytes.Span))
            return;

        if (!_pending.TryGetValue(written.Name, out var pending))
            _pending.Add(written.Name, pending = new PendingState());
        pending.Add(header, chunk, written, entry);
    }

    private bool IsOwn(StateInfo written, ReadOnlySpan<byte> entry)
    {
        try
        {
            return ReadKey(ref entry);
        }
        catch (Exception e) when (e is not StateException)
        {
            throw StateErrors.EntryUnreadable(written.Name, Setup.Uid, e);
        }
    }

    private void TakePending(StateTable table)
    {
        if (!_pending.TryGetValue(table.Info.Name, out var pending))
            return;

        if (_snapshot is { } snapshot && _pendingWriter is not null)
        {
            snapshot.SliceEnd = long.MaxValue;   // the base in progress must hold it, as it was
            _pendingWriter.WriteSlice(snapshot);
        }

        _pending.Remove(table.Info.Name);
        foreach (var run in pending.Runs)
            Give(table, run);
        foreach (var space in _spaces)
            space.EndRestore();
    }

    private void Give(StateTable table, PendingState.Run run)
    {
        var reader = ReaderOf(table, run.Info);
        var entries = run.Entries;
        try
        {
            for (var i = 0; i < entries.Count; i++)
            {
                if (i + PrefetchDistance < entries.Count)
                    reader.Prefetch(run.BytesOf(entries[i + PrefetchDistance]).Span);
                reader.Take(entries[i].Kind, run.BytesOf(entries[i]).Span, Scope, run.Header.Range);
            }
        }
        catch (Exception e) when (e is not StateException)
        {
            throw StateErrors.EntryUnreadable(run.Info.Name, Setup.Uid, e);
        }
    }

    private void Give(StateTable table, StateInfo written, EntryKind kind, ReadOnlySpan<byte> entry, ChunkHeader header)
    {
        var reader = ReaderOf(table, written);
        try
        {
            reader.Take(kind, entry, Scope, header.Range);
        }
        catch (Exception e) when (e is not StateException)
        {
            throw StateErrors.EntryUnreadable(written.Name, Setup.Uid, e);
        }
    }

    private StateReader ReaderOf(StateTable table, StateInfo written)
    {
        if (!_readers.TryGetValue(written, out var reader))
            _readers.Add(written, reader = table.ReaderFor(written, Setup.Uid));
        return reader;
    }

    private void DropPending(ChunkHeader header, string name, ReadOnlyMemory<byte> dropped)
    {
        if (_pending.TryGetValue(name, out var pending))
            pending.RemoveAll(header.Range, IsOfDropped);

        bool IsOfDropped(ReadOnlyMemory<byte> entry)
        {
            var rest = entry.Span;
            ReadKey(ref rest);
            return rest.StartsWith(dropped.Span);
        }
    }

    private StateTable? FindTable(string name)
    {
        foreach (var table in _tables)
        {
            if (table.Info.Name == name)
                return table;
        }

        return null;
    }
}
