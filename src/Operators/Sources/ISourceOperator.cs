namespace Akka.Flink.Operators;

using Akka.Flink.Sources;

/// <summary>The source of a subtask, whatever its records are.</summary>
internal interface ISourceOperator
{
    /// <summary>Takes what the reader has and hands it on.</summary>
    /// <param name="limit">How many records to ask for.</param>
    /// <returns>What there is after these; <see cref="PollStatus.EndOfInput"/> once the end was handed on.</returns>
    PollStatus Poll(int limit);

    /// <summary>Whether a batch is handed on in part: the next <see cref="Poll"/> goes on with it and asks the reader for
    /// nothing.</summary>
    bool IsDelivering { get; }

    /// <summary>Waits until there may be records.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task WaitAsync(CancellationToken cancellationToken);

    /// <summary>Where requests for splits go, with the subtask; set before <see cref="Operator.Open"/>.</summary>
    Action<int> SplitRequested { set; }

    /// <summary>Where its watermark goes now and then, with the subtask, if it waits for others; set before
    /// <see cref="Operator.Open"/>.</summary>
    Action<int, long> WatermarkReported { set; }

    /// <summary>Where what the reader tells the enumerator goes, with the subtask; set before <see cref="Operator.Open"/>.</summary>
    Action<int, ReadOnlyMemory<byte>> SourceEventSent { set; }

    /// <summary>Takes what the enumerator tells the reader.</summary>
    /// <param name="data">What it tells.</param>
    void HandleSourceEvent(ReadOnlyMemory<byte> data);

    /// <summary>Learns how far its watermark may go.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    void SetMaxWatermark(long watermarkMs);

    /// <summary>Takes splits that come from another task.</summary>
    /// <param name="splits">The splits, by the source's serializer.</param>
    void AddSplits(IReadOnlyList<ReadOnlyMemory<byte>> splits);

    /// <summary>Asks the reader for nothing more: the next <see cref="Poll"/> ends the input as if that had been all.</summary>
    void Drain();

    /// <summary>Learns that no more splits will come.</summary>
    void NoMoreSplits();
}
