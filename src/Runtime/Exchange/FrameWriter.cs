namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>Writes batches into frames: first the differences of timestamps, if there are any, then value by value. A record that does not
/// fit behind others begins a frame; one that does not fit into a frame is cut up.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="head">The heads of the channel's frames.</param>
/// <param name="serializer">Writes values.</param>
/// <remarks>Values are gathered in a buffer of the pool, since how many fit shows only when they are written. The frame itself has exactly
/// its length, as remoting asks for, and is made once.<para><b>Threads.</b> The sending task's.</para></remarks>
internal sealed class FrameWriter<T>(FrameHead head, ITypeSerializer<T> serializer)
{
    private readonly FrameBuffer _values = new();
    private BatchMessage<T>? _batch;
    private bool _hasTimestamps;
    private int _next;       // the first record that is in no frame yet
    private int _serialized; // the first one that is not in the buffer
    private int _pieceAt;    // how much of a record that is cut up is in frames; 0 when none is

    /// <summary>Whether all of the batch is in frames.</summary>
    public bool IsDone => _batch is null;

    /// <summary>Begins with a batch. It must not change until it is done.</summary>
    /// <param name="batch">The batch.</param>
    public void Begin(BatchMessage<T> batch)
    {
        var records = batch.Records;
        _batch = batch;
        _next = 0;
        _serialized = 0;
        _hasTimestamps = records.Timestamps.AsSpan(0, records.Count).ContainsAnyExcept(RecordBatch<T>.NoTimestamp);
    }

    /// <summary>Makes the next frame of the batch.</summary>
    /// <param name="sequence">Its number in the channel.</param>
    public DataFrame Next(long sequence)
    {
        var batch = _batch!;
        if (_pieceAt > 0)
            return MakePiece(batch, sequence);

        var count = Gather(batch.Records, out var valueBytes, out var timestampBytes);
        if (count == 0 && _next < batch.Records.Count)
            return MakePiece(batch, sequence);

        var first = _next;
        _next += count;
        var frame = Make(batch, sequence, count, timestampBytes + valueBytes);
        var content = frame.Bytes.AsSpan(frame.ContentAt);
        PutTimestamps(batch.Records, first, count, content);
        _values.Written[..valueBytes].CopyTo(content[timestampBytes..]);
        _values.RemoveFirst(valueBytes);
        EndIfDone(batch);
        return frame;
    }

    // How many records fit, and how long they are.
    private int Gather(RecordBatch<T> records, out int valueBytes, out int timestampBytes)
    {
        (valueBytes, timestampBytes) = (0, 0);
        var end = Math.Min(records.Count, _next + RecordBatch<T>.Capacity);
        var (values, timestamps) = (records.Values, records.Timestamps);
        var (previous, timed) = (0L, 0);
        for (var row = _next; row < end; row++)
        {
            if (row == _serialized)
            {
                serializer.Write(_values, values[row].Value);
                _serialized++;
            }

            if (_hasTimestamps)
            {
                timed += Varints.Size(Varints.ZigZag(timestamps[row] - previous));
                previous = timestamps[row];
            }

            if (_values.Length + timed > head.MaxContent)
                return row - _next;

            (valueBytes, timestampBytes) = (_values.Length, timed);
        }

        return end - _next;
    }

    private DataFrame MakePiece(BatchMessage<T> batch, long sequence)
    {
        var timestampMs = batch.Records.Timestamps[_next];
        var isFirst = _pieceAt == 0;
        var timestampBytes = isFirst && _hasTimestamps ? Varints.Size(Varints.ZigZag(timestampMs)) : 0;
        var left = _values.Length - _pieceAt;
        var length = Math.Min(left, head.MaxContent - timestampBytes);
        var flags = FrameFlags.Continues | (_hasTimestamps ? FrameFlags.HasTimestamps : FrameFlags.None);
        if (length == left)
            _next++;

        var frame = length == left
            ? Make(batch, sequence, 1, length)
            : head.Make(sequence, flags, 1, 0, timestampBytes + length);
        var content = frame.Bytes.AsSpan(frame.ContentAt);
        if (timestampBytes > 0)
            Varints.Put(content, Varints.ZigZag(timestampMs));
        _values.Written.Slice(_pieceAt, length).CopyTo(content[timestampBytes..]);
        _pieceAt += length;
        if (length == left)
        {
            _values.Release();
            _pieceAt = 0;
            EndIfDone(batch);
        }

        return frame;
    }

    private DataFrame Make(BatchMessage<T> batch, long sequence, int count, int bytes)
    {
        var flags = _hasTimestamps ? FrameFlags.HasTimestamps : FrameFlags.None;
        if (_next == batch.Records.Count)
        {
            if (batch.TakesCredit)
                flags |= FrameFlags.EndsBatch;
            if (batch.HasWatermark)
                flags |= FrameFlags.HasWatermark;
        }

        return head.Make(sequence, flags, count, batch.WatermarkMs, bytes);
    }

    private void PutTimestamps(RecordBatch<T> records, int first, int count, Span<byte> content)
    {
        if (!_hasTimestamps)
            return;

        var (at, previous) = (0, 0L);
        foreach (var timestampMs in records.Timestamps.AsSpan(first, count))
        {
            at += Varints.Put(content[at..], Varints.ZigZag(timestampMs - previous));
            previous = timestampMs;
        }
    }

    private void EndIfDone(BatchMessage<T> batch)
    {
        if (_next < batch.Records.Count)
            return;

        _batch = null;
        _values.Release();
    }
}
