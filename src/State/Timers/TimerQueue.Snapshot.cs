namespace Akka.Flink.State.Timers;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Snapshots;
using Akka.Flink.State.Tables;

/// <content>Snapshots and restore.</content>
internal sealed partial class TimerQueue
{
    private SnapshotWriter? _writer;
    private int _nextPage;

    /// <inheritdoc/>
    public override void BeginSnapshot(SnapshotWriter writer, bool isBase)
    {
        _writer = writer;
        _nextPage = 0;
        _parity = !_parity;
    }

    /// <inheritdoc/>
    public override bool WriteSlice()
    {
        if (_writer is null)
            return true;

        for (; _nextPage < _times.PageCount; _nextPage++)
        {
            foreach (ref var entry in _times.PageAt(_nextPage))
            {
                if (entry.Tag == 0 || entry.IsEmpty || WriteEntry(ref entry))
                    continue;
                return false;   // the page is looked through again from its beginning: its entries move when others leave
            }
        }

        _writer = null;
        return true;
    }

    /// <inheritdoc/>
    public override StateReader ReaderFor(StateInfo written, string uid)
    {
        CheckCompatible(written, uid);
        return new Reader(this);
    }

    private bool WriteEntry(ref TimerEntry entry)
    {
        if (!entry.HasBucket)
        {
            if (entry.SlotParity != _parity && _writer!.IsSliceFull)
                return false;

            Touch(ref entry, entry.Key);
            return true;
        }

        var bucket = _buckets[entry.Bucket]!;
        for (var i = 0; i < bucket.SetCount; i++)
        {
            if (bucket.SetAt(i) is not { } set || set.Parity == _parity)
                continue;
            if (_writer!.IsSliceFull)
                return false;

            Write(set, bucket.TimestampMs);
        }

        return true;
    }

    private void Touch(ref TimerEntry entry, long timestampMs)
    {
        if (entry.SlotParity == _parity)
            return;

        Write(entry.Slot, timestampMs);
        entry.SetSlot(entry.Slot, _parity);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Write(SlotSet set, long timestampMs)
    {
        Span<int> slots = stackalloc int[set.Count];
        set.CopyTo(slots);
        foreach (var slot in slots)
            Write(slot, timestampMs);
        set.Parity = _parity;
    }

    private void Write(int slot, long timestampMs)
    {
        var output = _writer!.Begin(Id, EntryKind.Put);
        _space.WriteKey(output, slot);
        Varint.WriteSigned(output, timestampMs);
        _writer.End();
    }

    private sealed class Reader(TimerQueue queue) : StateReader
    {
        public override void Take(EntryKind kind, ReadOnlySpan<byte> entry, in RestoreScope scope, KeyGroupRange writtenBy)
        {
            var slot = queue._space.ReadKey(ref entry, scope, add: true);
            if (slot >= 0)
                queue.Register(slot, Varint.ReadSigned(ref entry));
        }
    }
}
