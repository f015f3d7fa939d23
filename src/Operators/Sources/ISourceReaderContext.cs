namespace Akka.Flink.Sources;

/// <summary>Where a reader runs.</summary>
public interface ISourceReaderContext
{
    /// <summary>The source's name.</summary>
    string OperatorName { get; }

    /// <summary>The source's uid.</summary>
    string OperatorUid { get; }

    /// <summary>The subtask: 0 to <see cref="Parallelism"/> - 1.</summary>
    int SubtaskIndex { get; }

    /// <summary>How many subtasks there are.</summary>
    int Parallelism { get; }

    /// <summary>Asks the enumerator for a split.</summary>
    void SendSplitRequest();

    /// <summary>Tells the enumerator something of the reader's own; it comes behind what was sent before.</summary>
    /// <param name="data">What both understand; not changed afterwards.</param>
    void SendSourceEvent(ReadOnlyMemory<byte> data);

    /// <summary>Says that a split is read to its end: nobody waits for its watermark any more.</summary>
    /// <param name="splitId">The split.</param>
    void ReleaseSplit(string splitId);

    /// <summary>Puts a record into a side output of the source, such as bytes that could not be read.</summary>
    /// <typeparam name="TSide">The type of its records.</typeparam>
    /// <param name="tag">Names the side output.</param>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">Its event time, or <see cref="Akka.Flink.Operators.RecordBatch{T}.NoTimestamp"/>.</param>
    /// <returns>Whether somebody reads this side output.</returns>
    /// <remarks><para><b>Threads.</b> Only within <see cref="ISourceReader{T}.TryPoll"/>.</para></remarks>
    bool Collect<TSide>(OutputTag<TSide> tag, TSide value, long timestampMs);

    /// <summary>The counter of a name, made if it is not there yet.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The counter.</returns>
    Counter Counter(string name);
}
