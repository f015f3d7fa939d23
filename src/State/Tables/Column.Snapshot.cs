namespace Akka.Flink.State.Tables;

using Akka.Flink.State.Snapshots;
using static EntryFlags;

/// <content>Snapshots and restore.</content>
internal sealed partial class Column<T>
{
    private SnapshotWriter? _writer;
    private bool _isBase;
    private int _nextSegment;

    /// <inheritdoc/>
    public override void BeginSnapshot(SnapshotWriter writer, bool isBase)
    {
        _writer = writer;
        _isBase = isBase;
        _nextSegment = 0;
        _version++;
    }

    /// <inheritdoc/>
    public override bool WriteSlice()
    {
        if (_writer is null)
            return true;

        for (; _nextSegment < _segments.Length; _nextSegment++)
        {
            if (_segments[_nextSegment] is { } segment && !WriteSegment(segment))
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

    private bool WriteSegment(Segment segment)
    {
        Refresh(segment);
        for (var i = 0; ;)
        {
            var found = segment.Flags.AsSpan(i).IndexOfAny<byte>(Present | Due, Present | Due | Stored, Due | Stored);
            if (found < 0)
                return true;

            i += found;
            if (_writer!.IsSliceFull)
                return false;

            WriteDue(segment, i);
            if (segment.Flags[i] == 0)
                _space.Release(segment.FirstSlot + i);
        }
    }

    // Before an entry changes, or may: writes it if it is due, and marks it. The caller deals with what is not present.
    private void Touch(Segment segment, int place)
    {
        if (segment.Version != _version)
            Refresh(segment);
        ref var flags = ref segment.Flags[place];
        if ((flags & Due) != 0)
            WriteDue(segment, place);
        if ((flags & Present) != 0)
            flags |= Changed;
    }

    private void WriteDue(Segment segment, int place)
    {
        ref var flags = ref segment.Flags[place];
        var isPresent = (flags & Present) != 0;
        var output = _writer!.Begin(Id, isPresent ? EntryKind.Put : EntryKind.Remove);
        _space.WriteKey(output, segment.FirstSlot + place);
        if (isPresent)
            _serializer.Write(output, segment.Values[place].Value);
        _writer.End();
        flags = Written(flags);
    }

    private void Refresh(Segment segment)
    {
        if (segment.Version == _version)
            return;

        segment.Version = _version;
        if (!_isBase)
        {
            BeginDelta(segment.Flags);
            return;
        }

        for (var i = 0; (i = NextRemoved(segment.Flags, i)) >= 0; i++)
            _space.Release(segment.FirstSlot + i);
        BeginBase(segment.Flags);
    }

    private void RestoreValue(int slot, T value)
    {
        GetOrAddRef(slot, out _) = value;
        _segments[slot >> Segments<T>.Bits]!.Flags[slot & Mask] = Present | Stored;
    }

    private void RestoreRemoval(int slot)
    {
        if (!Contains(slot))
            return;

        var segment = _segments[slot >> Segments<T>.Bits]!;
        segment.Values[slot & Mask].Value = default!;
        segment.Flags[slot & Mask] = 0;
        _space.Release(slot);
    }

    private sealed class Reader(Column<T> column, ITypeSerializer<T> serializer) : StateReader
    {
        public override void Prefetch(ReadOnlySpan<byte> entry) => column._space.PrefetchKey(entry);

        public override void Take(EntryKind kind, ReadOnlySpan<byte> entry, in RestoreScope scope, KeyGroupRange writtenBy)
        {
            var slot = column._space.ReadKey(ref entry, scope, add: kind == EntryKind.Put);
            if (slot < 0)
                return;

            if (kind == EntryKind.Put)
            {
                column.RestoreValue(slot, serializer.Read(ref entry));
                return;
            }

            column.RestoreRemoval(slot);
            column._space.Unlink(slot);
        }
    }
}
