namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;

/// <summary>The side outputs of an operator that somebody reads. A record for any other tag is dropped.</summary>
/// <remarks>Tags are found by reference first, so emitting costs no look-up by name. Watermarks, status and end go to all of
/// them.</remarks>
public sealed class SideOutputs
{
    private object[] _tags = [];
    private OutputGroup _outputs = new();

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _tags.Length == 0;

    /// <summary>Whether all of them take more.</summary>
    public bool IsWritable => _tags.Length == 0 || _outputs.IsWritable;

    /// <summary>Adds a side output.</summary>
    /// <typeparam name="T">The type of its records.</typeparam>
    /// <param name="tag">Its tag.</param>
    /// <param name="output">Where its records go.</param>
    public void Add<T>(OutputTag<T> tag, Output<T> output)
    {
        _tags = [.. _tags, tag];
        _outputs.Add(output);
    }

    /// <summary>Emits a record.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="tag">Names the side output.</param>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">Its event time, or <see cref="RecordBatch{T}.NoTimestamp"/>.</param>
    /// <returns>Whether somebody reads this side output.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public bool Collect<T>(OutputTag<T> tag, T value, long timestampMs)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var tags = _tags;
        for (var i = 0; i < tags.Length; i++)
        {
            if (!ReferenceEquals(tags[i], tag) && !tag.Equals(tags[i]))
                continue;

            Unsafe.As<Output<T>>(_outputs[i]).Collect(value, timestampMs);   // equal tags are of one type
            return true;
        }

        return false;
    }

    /// <summary>Hands over what was collected.</summary>
    /// <returns>Whether everything was taken.</returns>
    public bool Flush() => _outputs.Flush();

    /// <summary>Emits a watermark to all.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    /// <returns>Whether it was dealt with.</returns>
    public bool EmitWatermark(long watermarkMs) => _outputs.EmitWatermark(watermarkMs);

    /// <summary>Emits a change of status to all.</summary>
    /// <param name="idle">Whether the stream is idle from now on.</param>
    /// <returns>Whether it was dealt with.</returns>
    public bool EmitStatus(bool idle) => _outputs.EmitStatus(idle);

    /// <summary>Emits the end of the stream to all.</summary>
    /// <returns>Whether it was dealt with.</returns>
    public bool EmitEnd() => _outputs.EmitEnd();

    /// <summary>Goes on with what was not taken.</summary>
    /// <returns>Whether everything is taken now.</returns>
    public bool Resume() => _outputs.Resume();
}
