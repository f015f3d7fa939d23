namespace Akka.Flink.Sinks;

using Akka.Flink.Operators;

/// <summary>Writes the records of a subtask.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Threads.</b> One at a time: the task's.</para><para><b>Flink.</b> <c>SinkWriter</c>.</para></remarks>
public interface ISinkWriter<T>
{
    /// <summary>Whether it takes records at the moment. When it does again, is said by <see cref="WaitAsync"/>.</summary>
    bool IsWritable => true;

    /// <summary>Writes a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">Its event time, or <see cref="RecordBatch{T}.NoTimestamp"/>.</param>
    void Write(T value, long timestampMs);

    /// <summary>Writes records, as many as it takes.</summary>
    /// <param name="batch">The records; not to be kept.</param>
    /// <param name="from">The first one.</param>
    /// <returns>The first that was not taken.</returns>
    int WriteBatch(RecordBatch<T> batch, int from)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var i = from;
        while (i < batch.Count && IsWritable)
        {
            Write(batch.Values[i].Value, batch.Timestamps[i]);
            i++;
        }

        return i;
    }

    /// <summary>Waits until it may take records again. Called while <see cref="IsWritable"/> is false, or after
    /// <see cref="WriteBatch"/> did not take all.</summary>
    /// <param name="cancellationToken">Ends the wait, when the task ends.</param>
    /// <returns>Ends when it is worth asking again. Nothing is written before, unless something else wakes the task.</returns>
    /// <remarks>
    /// <para>By default it ends after two milliseconds, so that a writer that does not say when it takes more is asked time and again. One
    /// that is not always writable had better say it, and not for a single record: to wake a task costs more than to write one.</para>
    /// <para><b>Threads.</b> Called on the task's, and not again before it has ended; it may end on any.</para>
    /// <para><b>Flink.</b> Has none: there a writer blocks, or yields to the mailbox.</para>
    /// </remarks>
    ValueTask WaitAsync(CancellationToken cancellationToken) => new(Task.Delay(TimeSpan.FromMilliseconds(2), cancellationToken));

    /// <summary>Takes a watermark, behind the records before it.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    void WriteWatermark(long watermarkMs)
    {
    }

    /// <summary>Makes what was written durable, before a checkpoint and at the end.</summary>
    /// <param name="endOfInput">Whether no more will come.</param>
    void Flush(bool endOfInput);

    /// <summary>Called once at the end, and when the task fails or is cancelled.</summary>
    void Close()
    {
    }
}
