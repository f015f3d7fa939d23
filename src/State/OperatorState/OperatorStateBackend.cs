namespace Akka.Flink.State.OperatorState;

using System.Buffers;
using System.Collections.Immutable;
using Akka.Flink.State.Snapshots;

/// <summary>The operator state of one operator in one subtask.</summary>
/// <param name="setup">What it is told.</param>
internal sealed class OperatorStateBackend(OperatorStateSetup setup) : IOperatorStateStore
{
    private readonly Dictionary<string, OperatorTable> _tables = [];
    private readonly Dictionary<string, RestoredParts> _pending = [];
    private readonly Dictionary<int, long> _formerSubtasks = [];   // and the latest snapshot of each

    /// <inheritdoc/>
    public IListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) => List(descriptor, StateKind.OperatorList);

    /// <inheritdoc/>
    public IListState<T> GetUnionListState<T>(ListStateDescriptor<T> descriptor) => List(descriptor, StateKind.OperatorUnionList);

    /// <inheritdoc/>
    public IBroadcastState<TMapKey, TValue> GetBroadcastState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        CheckLifetime(descriptor);
        var serializer = setup.Types.SerializerOf<TValue>();
        var info = new StateInfo(
            descriptor.Name, StateKind.Broadcast, false, null, setup.Types.KeySchemaOf<TMapKey>(), serializer.Schema);
        return FindOrAdd(info, () => new OperatorBroadcast<TMapKey, TValue>(info, BroadcastKeys<TMapKey>.Instance, serializer));
    }

    /// <summary>Writes all states.</summary>
    /// <param name="snapshotId">The snapshot's number.</param>
    /// <param name="sink">Takes the chunks.</param>
    public void Snapshot(long snapshotId, IChunkWriter sink)
    {
        var states = ImmutableArray.CreateBuilder<StateInfo>();
        foreach (var table in _tables.Values)
            states.Add(table.Info);
        var kept = KeptElements();
        foreach (var element in kept)
        {
            if (!states.Contains(element.Info))
                states.Add(element.Info);
        }

        var writer = new SnapshotWriter(
            sink, new ChunkHeader(
                setup.Uid, snapshotId, true, setup.Subtask, new KeyGroupRange(0, -1), setup.Parallelism, null, states.ToImmutable()));

        var number = 0;
        foreach (var table in _tables.Values)
            table.Write(writer, number++);
        foreach (var element in kept)
        {
            writer.Begin(states.IndexOf(element.Info), EntryKind.Put).Write(element.Bytes.Span);
            writer.End();
        }

        writer.Complete();
    }

    /// <summary>Takes a chunk that a former subtask wrote. Every subtask needs the chunks of all.</summary>
    /// <param name="chunk">The chunk, which must not change afterwards.</param>
    /// <exception cref="StateException">The chunk is damaged, cut off, newer than this program or another operator's.</exception>
    public void Restore(ReadOnlyMemory<byte> chunk)
    {
        var reader = ChunkReader.Open(chunk.Span, setup.Uid);
        var header = reader.Header;
        if (!IsLatest(header))
            return;

        while (reader.MoveNext())
        {
            var info = header.States[reader.State];
            if (!_pending.TryGetValue(info.Name, out var parts))
                _pending.Add(info.Name, parts = new RestoredParts());
            parts.Add(header.Subtask, new RestoredElement(info, chunk.Slice(reader.EntryPosition, reader.Entry.Length)));
        }
    }

    /// <summary>Ends a restore: hands out what is declared already.</summary>
    public void EndRestore()
    {
        foreach (var table in _tables.Values)
            TakePending(table);
    }

    private bool IsLatest(ChunkHeader header)
    {
        if (_formerSubtasks.TryGetValue(header.Subtask, out var latest) && latest > header.SnapshotId)
            return false;

        if (latest < header.SnapshotId)
        {
            foreach (var parts in _pending.Values)
                parts.Forget(header.Subtask);
        }

        _formerSubtasks[header.Subtask] = header.SnapshotId;
        return true;
    }

    private IListState<T> List<T>(ListStateDescriptor<T> descriptor, StateKind kind)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        CheckLifetime(descriptor);
        var serializer = setup.Types.SerializerOf<T>();
        var info = new StateInfo(descriptor.Name, kind, false, null, null, serializer.Schema);
        return FindOrAdd(info, () => new OperatorList<T>(info, serializer));
    }

    private void CheckLifetime(StateDescriptor descriptor)
    {
        if (descriptor.TimeToLive is not null)
            throw StateErrors.OperatorStateExpires(descriptor.Name, setup.Uid);
    }

    private TTable FindOrAdd<TTable>(StateInfo info, Func<TTable> make)
        where TTable : OperatorTable
    {
        if (!_tables.TryGetValue(info.Name, out var known))
        {
            var made = make();
            TakePending(made);
            _tables.Add(info.Name, made);
            return made;
        }

        return known is TTable table && known.Info == info
            ? table
            : throw StateErrors.DeclaredTwice(info.Name, setup.Uid, known.Info.ToString(), info.ToString());
    }

    private void TakePending(OperatorTable table)
    {
        if (!_pending.Remove(table.Info.Name, out var parts))
            return;

        table.Restore(table.Info.Kind == StateKind.OperatorUnionList ? parts.All() : Kept(parts), setup.Uid);
    }

    // What nothing declares is kept as it is; also of a union list each subtask keeps its share only, or it would multiply.
    private List<RestoredElement> KeptElements()
    {
        var kept = new List<RestoredElement>();
        foreach (var parts in _pending.Values)
            kept.AddRange(Kept(parts));
        return kept;
    }

    private List<RestoredElement> Kept(RestoredParts parts) => parts.Kind == StateKind.Broadcast
        ? parts.CopyOf(CopiedSubtask())
        : parts.ShareOf(setup.Subtask, setup.Parallelism, _formerSubtasks.Count);

    // Copies go round: a new subtask reads that of another.
    private int CopiedSubtask()
    {
        int[] former = [.. _formerSubtasks.Keys];
        Array.Sort(former);
        return former[setup.Subtask % former.Length];
    }
}
