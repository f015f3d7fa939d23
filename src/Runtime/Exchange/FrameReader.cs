namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>Reads the records out of frames.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="channel">The channel, for errors.</param>
/// <param name="serializer">Reads values.</param>
/// <remarks><para><b>Threads.</b> The receiving task's.</para></remarks>
internal sealed class FrameReader<T>(ChannelId channel, ITypeSerializer<T> serializer)
{
    private readonly FrameBuffer _pieces = new();

    /// <summary>Reads the records of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="into">An empty batch.</param>
    /// <returns>Whether there is something in the batch, or behind it; false for a piece of a record whose end is still to come.</returns>
    /// <exception cref="JobException">The frame is damaged.</exception>
    public bool Read(DataFrame frame, RecordBatch<T> into)
    {
        if (frame.Is(FrameFlags.Continues))
        {
            Keep(frame.Content);
            return false;
        }

        if (_pieces.Length == 0)
        {
            Read(frame, frame.Content, into);
            return true;
        }

        Keep(frame.Content);
        Read(frame, _pieces.Written, into);
        _pieces.Release();
        return true;
    }

    private void Keep(ReadOnlySpan<byte> content)
    {
        content.CopyTo(_pieces.GetSpan(content.Length));
        _pieces.Advance(content.Length);
    }

    private void Read(DataFrame frame, ReadOnlySpan<byte> input, RecordBatch<T> into)
    {
        if ((uint)frame.Count > RecordBatch<T>.Capacity)
            throw TaskErrors.FrameDamaged(channel, frame, $"it has {frame.Count} records, above {RecordBatch<T>.Capacity}", null);

        try
        {
            ReadTimestamps(frame, ref input, into);
            var values = into.Values.AsSpan(0, frame.Count);
            for (var i = 0; i < values.Length; i++)
                values[i].Value = serializer.Read(ref input);
        }
        catch (Exception cause) when (cause is not JobException)   // garbage may look like anything to a serializer
        {
            throw TaskErrors.FrameDamaged(channel, frame, cause.Message, cause);
        }

        if (!input.IsEmpty)
            throw TaskErrors.FrameDamaged(channel, frame, $"{input.Length} bytes are left behind its last record", null);

        into.Count = frame.Count;
    }

    private void ReadTimestamps(DataFrame frame, ref ReadOnlySpan<byte> input, RecordBatch<T> into)
    {
        into.EnsureCapacity(frame.Count);
        var timestamps = into.Timestamps.AsSpan(0, frame.Count);
        if (!frame.Is(FrameFlags.HasTimestamps))
        {
            timestamps.Fill(RecordBatch<T>.NoTimestamp);
            return;
        }

        var previous = 0L;
        for (var i = 0; i < timestamps.Length; i++)
        {
            if (!Varints.TryTake(ref input, out var difference))
                throw TaskErrors.FrameDamaged(channel, frame, $"its timestamps end after {i}", null);

            previous += Varints.UnZigZag(difference);
            timestamps[i] = previous;
        }
    }
}
