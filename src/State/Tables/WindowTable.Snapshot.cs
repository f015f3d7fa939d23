namespace Akka.Flink.State.Tables;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Snapshots;

/// <content>Snapshots and restore.</content>
internal sealed partial class WindowTable<TKey, TCodec, TAccumulator>
{
    private const uint RestoredVersion = 1;

    private readonly List<OpenWindow<TKey, TCodec, TAccumulator>> _retired = [];
    private readonly List<long> _drops = [];   // windows that an earlier snapshot holds and the next must not
    private SnapshotWriter? _writer;
    private bool _isBase;

    /// <inheritdoc/>
    public override void BeginSnapshot(SnapshotWriter writer, bool isBase)
    {
        _writer = writer;
        _isBase = isBase;
        Epoch += 2;
        foreach (var window in _open)
            window.BeginSnapshot();
        if (!isBase)
            WriteDrops();
        _drops.Clear();
    }

    /// <inheritdoc/>
    public override bool WriteSlice()
    {
        if (_writer is null)
            return true;

        for (var i = _retired.Count - 1; i >= 0; i--)
        {
            if (!_retired[i].WriteSlice(_writer))
                return false;

            Recycle(_retired[i]);
            _retired.RemoveAt(i);
        }

        foreach (var window in _open)
        {
            if (window.IsDue && !window.WriteSlice(_writer))
                return false;
        }

        _writer = null;
        return true;
    }

    /// <inheritdoc/>
    public override StateReader ReaderFor(StateInfo written, string uid)
    {
        CheckCompatible(written, uid);
        var serializer = written.Value is null ? null : _serializer.ReaderFor(written.Value);
        return serializer is null
            ? throw StateErrors.SerializerChanged(Info.Name, uid, written.ToString(), Info.ToString())
            : new Reader(this, serializer);
    }

    /// <summary>Whether an entry belongs to the snapshot in progress and is not written.</summary>
    /// <param name="version">The entry's version.</param>
    internal bool IsDue(uint version) => _isBase ? version != 0 && version < Epoch - 1 : version == Epoch - 2;

    /// <summary>Called before an entry changes for the first time in this epoch: writes it if it is due.</summary>
    /// <param name="window">Its window.</param>
    /// <param name="entry">The entry.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Touch(OpenWindow<TKey, TCodec, TAccumulator> window, ref WindowEntry<TKey, TAccumulator> entry)
    {
        if (_writer is not null && IsDue(entry.Version))
            Write(window, ref entry);
        entry.Version = Epoch;
    }

    /// <summary>Writes an entry.</summary>
    /// <param name="window">Its window.</param>
    /// <param name="entry">The entry.</param>
    internal void Write(OpenWindow<TKey, TCodec, TAccumulator> window, ref WindowEntry<TKey, TAccumulator> entry)
    {
        var output = _writer!.Begin(Id, EntryKind.Put);
        _codec.Write(output, entry.Key);
        Varint.WriteSigned(output, window.StartMs);
        _serializer.Write(output, entry.Accumulator);
        _writer.End();
        entry.Version = Epoch - 1;
    }

    private void WriteDrops()
    {
        foreach (var startMs in _drops)
        {
            Varint.WriteSigned(_writer!.Begin(Id, EntryKind.Drop), startMs);
            _writer.End();
        }
    }

    private sealed class Reader(WindowTable<TKey, TCodec, TAccumulator> table, ITypeSerializer<TAccumulator> serializer) : StateReader
    {
        public override void Take(EntryKind kind, ReadOnlySpan<byte> entry, in RestoreScope scope, KeyGroupRange writtenBy)
        {
            if (kind == EntryKind.Drop)
            {
                Drop(Varint.ReadSigned(ref entry), scope, writtenBy);
                return;
            }

            var key = table._codec.Read(ref entry);
            var hash = table._codec.Hash(key);
            if (!scope.Contains(hash))
                return;

            var startMs = Varint.ReadSigned(ref entry);
            var window = table.Find(startMs) ?? table.Open(startMs, 0);
            window.Restore(key, hash, serializer.Read(ref entry), RestoredVersion);
        }

        private void Drop(long startMs, in RestoreScope scope, KeyGroupRange writtenBy)
        {
            if (table.Find(startMs) is not { } window)
                return;

            window.Remove(writtenBy, table._codec, scope.MaxParallelism);
            if (window.Count > 0)
                return;

            table._open.Remove(window);
            table._lastUsed = null;
            table.Recycle(window);
        }
    }
}
