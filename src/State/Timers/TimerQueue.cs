namespace Akka.Flink.State.Timers;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Snapshots;
using Akka.Flink.State.Tables;

/// <summary>The timers of one time domain: for each timestamp the slots that have a timer then. A slot has at most one timer for a
/// timestamp.</summary>
/// <remarks>
/// <para>A heap orders the distinct timestamps, of which there are few where timers are rounded; a table finds the slots of one. A
/// timestamp with a single timer costs an entry of the table and one of the heap. Where many slots share a timestamp, each is a bit.</para>
/// <para>A timer holds its slot. Timers of equal timestamps come in no particular order.</para>
/// <para>Each snapshot holds all timers. It is cooperative by sets of slots, of at most 4 Ki: a set that is about to change is written
/// first. Which snapshot knows a set, a parity tells: at the end of a snapshot all are alike.</para>
/// <para><b>Threads.</b> The backend's only.</para>
/// </remarks>
internal sealed partial class TimerQueue : StateTable
{
    private const int SweepLength = 4;
    private const int MinStale = 64;

    private readonly SlotSpace _space;
    private readonly HashPages<long, TimerEntry, TimestampCodec> _times = new(default, new PagePool<TimerEntry>(), growInSmallSteps: true);
    private readonly TimestampHeap _heap = new();
    private readonly SlotSetPools _pools = new();
    private readonly Stack<TimerBucket> _spareBuckets = new();
    private TimerBucket?[] _buckets = new TimerBucket?[4];
    private int _bucketCount;
    private TimerBucket? _lastUsed;
    private TimerBucket? _draining;
    private int _stale;       // timestamps of which all timers were deleted
    private int _sweepAt;
    private bool _parity;

    /// <summary>An empty queue.</summary>
    /// <param name="info">What it is.</param>
    /// <param name="space">The slots.</param>
    public TimerQueue(StateInfo info, SlotSpace space)
        : base(info) => _space = space;

    /// <summary>How many timers there are.</summary>
    public int Count { get; private set; }

    /// <summary>Sets a timer.</summary>
    /// <param name="slot">Whose.</param>
    /// <param name="timestampMs">When it is due.</param>
    /// <returns>Whether it was not set yet.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Register(int slot, long timestampMs)
    {
        if (_lastUsed is { } bucket && bucket.TimestampMs == timestampMs)
        {
            var set = bucket.SetOf(slot, _parity);
            return !set.Contains(slot) && AddTo(bucket, set, slot);
        }

        return RegisterAt(slot, timestampMs);
    }

    /// <summary>Deletes a timer.</summary>
    /// <param name="slot">Whose.</param>
    /// <param name="timestampMs">When it is due.</param>
    /// <returns>Whether it was set.</returns>
    public bool Delete(int slot, long timestampMs)
    {
        ref var entry = ref Find(timestampMs);
        if (Unsafe.IsNullRef(ref entry) || entry.IsEmpty)
            return false;

        if (entry.HasBucket)
        {
            if (!DeleteFromBucket(ref entry, slot))
                return false;
        }
        else
        {
            if (entry.Slot != slot)
                return false;

            Touch(ref entry, timestampMs);
            entry.SetEmpty();
        }

        Count--;
        _space.Release(slot);
        if (entry.IsEmpty)
            _stale++;
        if (_stale > MinStale + (_heap.Count / 2))
            Sweep();
        return true;
    }

    /// <summary>Whether a timer is set.</summary>
    /// <param name="slot">Whose.</param>
    /// <param name="timestampMs">When it is due.</param>
    public bool Contains(int slot, long timestampMs)
    {
        ref var entry = ref Find(timestampMs);
        if (Unsafe.IsNullRef(ref entry))
            return false;
        return entry.HasBucket ? _buckets[entry.Bucket]!.SetOf(slot, _parity).Contains(slot) : !entry.IsEmpty && entry.Slot == slot;
    }

    /// <summary>The earliest timestamp that has a timer.</summary>
    /// <param name="timestampMs">Receives it.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryPeek(out long timestampMs)
    {
        while (_heap.Count > 0)
        {
            timestampMs = _heap.Min;
            if (_draining?.TimestampMs == timestampMs || !Find(timestampMs).IsEmpty)
                return true;

            RemoveTimestamp(0);
            _stale--;
        }

        timestampMs = long.MaxValue;
        return false;
    }

    /// <summary>Takes the earliest timer out, if it is due.</summary>
    /// <param name="untilMs">What is due: timers at this time and before.</param>
    /// <param name="timestampMs">Receives the timer's timestamp.</param>
    /// <param name="slot">Receives the timer's slot, which is valid until the end of the batch.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryPop(long untilMs, out long timestampMs, out int slot)
    {
        slot = -1;
        if (!TryPeek(out timestampMs) || timestampMs > untilMs)
            return false;

        slot = _draining is { } bucket && bucket.TimestampMs == timestampMs ? PopFrom(bucket) : PopAt(timestampMs);
        Count--;
        _space.Release(slot);
        return true;
    }

    private static uint HashOf(long timestampMs) => default(TimestampCodec).Hash(timestampMs);

    private ref TimerEntry Find(long timestampMs) => ref _times.Find(timestampMs, HashOf(timestampMs));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RegisterAt(int slot, long timestampMs)
    {
        ref var entry = ref _times.GetOrAdd(timestampMs, HashOf(timestampMs), out var added);
        if (!added && entry.HasBucket)
        {
            var bucket = _lastUsed = _buckets[entry.Bucket]!;
            var set = bucket.SetOf(slot, _parity);
            return !set.Contains(slot) && AddTo(bucket, set, slot);
        }

        if (added)
        {
            _heap.Add(timestampMs);
        }
        else if (entry.IsEmpty)
        {
            _stale--;
        }
        else
        {
            return entry.Slot != slot && AddSecond(ref entry, slot, timestampMs);
        }

        entry.SetSlot(slot, _parity);
        return Added(slot);
    }

    private bool AddSecond(ref TimerEntry entry, int slot, long timestampMs)
    {
        Touch(ref entry, timestampMs);
        var bucket = OpenBucket(timestampMs);
        bucket.Add(bucket.SetOf(entry.Slot, _parity), entry.Slot);
        entry.SetBucket(bucket.Number);
        _lastUsed = bucket;
        return AddTo(bucket, bucket.SetOf(slot, _parity), slot);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool AddTo(TimerBucket bucket, SlotSet set, int slot)
    {
        if (set.Parity != _parity)
            Write(set, bucket.TimestampMs);
        bucket.Add(set, slot);
        return Added(slot);
    }

    private bool Added(int slot)
    {
        _space.Retain(slot);
        Count++;
        return true;
    }

    private bool DeleteFromBucket(ref TimerEntry entry, int slot)
    {
        var bucket = _buckets[entry.Bucket]!;
        var set = bucket.SetOf(slot, _parity);
        if (!set.Contains(slot))
            return false;

        if (set.Parity != _parity)
            Write(set, bucket.TimestampMs);
        bucket.Remove(set, slot);
        if (bucket.Count > 0)
            return true;

        CloseBucket(bucket);
        entry.SetEmpty();
        return true;
    }

    private int PopAt(long timestampMs)
    {
        ref var entry = ref Find(timestampMs);
        if (entry.HasBucket)
            return PopFrom(_draining = _buckets[entry.Bucket]!);

        Touch(ref entry, timestampMs);
        var slot = entry.Slot;
        RemoveTimestamp(0);
        return slot;
    }

    private int PopFrom(TimerBucket bucket)
    {
        var set = bucket.FirstSet();
        if (set.Parity != _parity)
            Write(set, bucket.TimestampMs);
        var slot = bucket.Pop(set);
        if (bucket.Count > 0)
            return slot;

        RemoveTimestamp(0);
        CloseBucket(bucket);
        return slot;
    }

    private TimerBucket OpenBucket(long timestampMs)
    {
        if (!_spareBuckets.TryPop(out var bucket))
        {
            if (_bucketCount == _buckets.Length)
                Array.Resize(ref _buckets, _bucketCount * 2);
            bucket = _buckets[_bucketCount] = new TimerBucket(_bucketCount, _pools);
            _bucketCount++;
        }

        bucket.Start(timestampMs, _parity);
        return bucket;
    }

    private void CloseBucket(TimerBucket bucket)
    {
        if (ReferenceEquals(_lastUsed, bucket))
            _lastUsed = null;
        if (ReferenceEquals(_draining, bucket))
            _draining = null;
        bucket.Reset();
        _spareBuckets.Push(bucket);
    }

    private void RemoveTimestamp(int index)
    {
        var timestampMs = _heap[index];
        _heap.RemoveAt(index);
        _times.Remove(timestampMs, HashOf(timestampMs));
    }

    // Timers that are set and deleted again and again leave timestamps behind, mostly far from the heap's top: a few are looked at for each
    // deletion.
    private void Sweep()
    {
        for (var i = 0; i < SweepLength && _heap.Count > 0; i++)
        {
            if (_sweepAt >= _heap.Count)
                _sweepAt = 0;
            if (!Find(_heap[_sweepAt]).IsEmpty)
            {
                _sweepAt++;
                continue;
            }

            RemoveTimestamp(_sweepAt);
            _stale--;
        }
    }
}
