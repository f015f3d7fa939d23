namespace Akka.Flink.Operators;

/// <summary>What takes the elements of one stream, in order: an operator's input, or the sending end of a channel.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para>Every method may stop early because what lies downstream takes no more. The caller then calls <see cref="Resume"/>, when there is
/// room again, until that answers true; after <see cref="Process"/> it calls <see cref="Process"/> again
/// with the position that it was given. It hands over nothing else before. An operator that has processed all records of a batch answers so
/// even if some of what it emitted is still on its way; the next call then stops at once.</para>
/// <para><b>Threads.</b> One thread at a time.</para>
/// </remarks>
public interface IInput<T>
{
    /// <summary>Processes records from a position on.</summary>
    /// <param name="batch">The records; see <see cref="RecordBatch{T}"/> on who owns it.</param>
    /// <param name="from">The first record to process.</param>
    /// <returns>The first record that was not processed: <see cref="RecordBatch{T}.Count"/> when all were.</returns>
    int Process(RecordBatch<T> batch, int from);

    /// <summary>Takes a watermark: no record with a timestamp at or before it is expected any more.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch; <see cref="long.MaxValue"/> at the end of a bounded input.</param>
    /// <returns>Whether it was dealt with; if not, <see cref="Resume"/> goes on.</returns>
    bool ProcessWatermark(long watermarkMs);

    /// <summary>Takes a change of the stream's status.</summary>
    /// <param name="idle">Whether the stream is idle from now on, so that nobody waits for its watermark.</param>
    /// <returns>Whether it was dealt with; if not, <see cref="Resume"/> goes on.</returns>
    bool ProcessStatus(bool idle);

    /// <summary>Takes the end of the input; the watermark <see cref="long.MaxValue"/> came before it.</summary>
    /// <returns>Whether it was dealt with; if not, <see cref="Resume"/> goes on.</returns>
    bool EndInput();

    /// <summary>Goes on with what stopped early.</summary>
    /// <returns>Whether everything that was handed over is dealt with now, downstream included.</returns>
    bool Resume();
}
