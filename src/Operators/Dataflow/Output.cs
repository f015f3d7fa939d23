namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Akka.Flink.Functions;

/// <summary>Where an operator puts its records: collects them into a batch and hands full ones to what comes next.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para>When what comes next takes no more, <see cref="IsWritable"/> turns false: the operator finishes the callback that it is in, keeps
/// its position and returns. What that callback still emits is kept here; so is a watermark or status behind it.</para>
/// <para>The operator calls <see cref="Flush"/> at the end of every batch and before it returns from a timer, so that records never wait
/// here for more.</para>
/// <para><b>Threads.</b> The operator's thread only.</para>
/// </remarks>
public sealed class Output<T> : OutputControl, ICollector<T>
{
    private readonly IInput<T> _next;
    private readonly OperatorMetrics _metrics;
    private RecordBatch<T> _batch = new();
    private RecordBatch<T>? _parked;   // what comes next has begun with it: nothing may be added
    private RecordBatch<T>? _spare;
    private int _handedOver;
    private bool _isPassing;           // a batch of the operator's own is partly taken
    private bool _nextIsBusy;
    private long? _pendingWatermark;
    private bool? _pendingStatus;
    private bool _statusLeads;   // the pending status goes before the pending watermark
    private bool _pendingEnd;

    /// <summary>An output in front of <paramref name="next"/>.</summary>
    /// <param name="next">What takes the records.</param>
    /// <param name="metrics">Where records are counted; null where nobody asks.</param>
    public Output(IInput<T> next, OperatorMetrics? metrics = null)
    {
        _next = next;
        _metrics = metrics ?? new OperatorMetrics();
    }

    /// <summary>The timestamp that <see cref="Collect(T)"/> gives to records: the operator sets it before it calls a function.</summary>
    public long CurrentTimestamp { get; set; } = RecordBatch<T>.NoTimestamp;

    /// <inheritdoc/>
    public override bool IsWritable => !_nextIsBusy;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Collect(T value)
    {
        var batch = _batch;
        var count = batch.Count;
        if (count >= RecordBatch<T>.Capacity)
        {
            CollectIntoFull(value, CurrentTimestamp);
            return;
        }

        // The columns never have fewer places than a batch holds, so below that no bound needs to be checked.
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch.Values), count).Value = value;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch.Timestamps), count) = CurrentTimestamp;
        batch.Count = count + 1;
    }

    /// <summary>Emits a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">Its event time, or <see cref="RecordBatch{T}.NoTimestamp"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Collect(T value, long timestampMs)
    {
        var batch = _batch;
        var count = batch.Count;
        if (count >= RecordBatch<T>.Capacity)
        {
            CollectIntoFull(value, timestampMs);
            return;
        }

        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch.Values), count).Value = value;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch.Timestamps), count) = timestampMs;
        batch.Count = count + 1;
    }

    /// <inheritdoc/>
    public override bool Flush()
    {
        if (_nextIsBusy)
            return false;
        if (_batch.Count == 0)
            return true;

        return HandOver();
    }

    /// <inheritdoc/>
    public override bool EmitWatermark(long watermarkMs)
    {
        if (Flush())
            return _next.ProcessWatermark(watermarkMs) || Busy();

        _pendingWatermark = watermarkMs;
        return false;
    }

    /// <inheritdoc/>
    public override bool EmitStatus(bool idle)
    {
        if (Flush())
            return _next.ProcessStatus(idle) || Busy();

        _statusLeads = _pendingWatermark is null;
        _pendingStatus = idle;
        return false;
    }

    /// <inheritdoc/>
    public override bool EmitEnd()
    {
        if (Flush())
            return _next.EndInput() || Busy();

        _pendingEnd = true;
        return false;
    }

    /// <inheritdoc/>
    public override bool Resume()
    {
        if (!_next.Resume())   // asked always: what comes next may hold records although it took all that it was given
            return Busy();

        _nextIsBusy = false;
        return HandOverParked() && (_batch.Count == 0 || HandOver()) && EmitPending();
    }

    /// <summary>Hands a batch of the operator's own to what comes next, behind what was collected: a filter's or a map's way past the
    /// collector.</summary>
    /// <param name="batch">The batch; it may be changed by what comes next.</param>
    /// <param name="from">The first record to hand over.</param>
    /// <returns>The first record that was not taken.</returns>
    public int Pass(RecordBatch<T> batch, int from)
    {
        if (!Flush())
            return from;
        if (from >= batch.Count)
            return batch.Count;

        if (!_isPassing)
            _metrics.RecordsOut += batch.Count - from;
        var next = _next.Process(batch, from);
        _isPassing = _nextIsBusy = next < batch.Count;
        return next;
    }

    /// <summary>Emits copies of records of a batch.</summary>
    /// <param name="batch">The batch; it stays as it is.</param>
    /// <param name="from">The first record.</param>
    internal void CollectFrom(RecordBatch<T> batch, int from) => RoomFor(batch.Count - from).Append(batch, from);

    /// <summary>Emits copies of some records of a batch.</summary>
    /// <param name="batch">The batch; it stays as it is.</param>
    /// <param name="positions">Where they are.</param>
    internal void CollectFrom(RecordBatch<T> batch, ReadOnlySpan<int> positions) => RoomFor(positions.Length).Append(batch, positions);

    private RecordBatch<T> RoomFor(int count)
    {
        if (_batch.Count + count > RecordBatch<T>.Capacity)
            Flush();
        return _batch;
    }

    private bool EmitPending()
    {
        if (_statusLeads && !EmitPendingStatus())
            return false;
        if (_pendingWatermark is { } watermark)
        {
            _pendingWatermark = null;
            if (!EmitWatermark(watermark))
                return false;
        }

        if (!EmitPendingStatus())
            return false;
        if (!_pendingEnd)
            return true;

        _pendingEnd = false;
        return EmitEnd();
    }

    private bool EmitPendingStatus()
    {
        _statusLeads = false;
        if (_pendingStatus is not { } idle)
            return true;

        _pendingStatus = null;
        return EmitStatus(idle);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CollectIntoFull(T value, long timestampMs)
    {
        Flush();
        _batch.Add(value, timestampMs);
    }

    private bool HandOver()
    {
        _metrics.RecordsOut += _batch.Count;
        var next = _next.Process(_batch, 0);
        if (next < _batch.Count)
        {
            (_parked, _batch) = (_batch, _spare ?? new RecordBatch<T>());
            _spare = null;
            _handedOver = next;
            return Busy();
        }

        _batch.Clear();
        return true;
    }

    private bool HandOverParked()
    {
        if (_parked is not { } parked)
            return true;

        _handedOver = _next.Process(parked, _handedOver);
        if (_handedOver < parked.Count)
            return Busy();

        parked.Clear();
        (_parked, _spare) = (null, parked);
        return true;
    }

    private bool Busy()
    {
        _nextIsBusy = true;
        return false;
    }
}
