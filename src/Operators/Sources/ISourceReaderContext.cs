namespace Akka.Flink.Sources;

/// <summary>Where a reader runs.</summary>
public interface ISourceReaderContext
{
    /// <summary>The subtask: 0 to <see cref="Parallelism"/> - 1.</summary>
    int SubtaskIndex { get; }

    /// <summary>How many subtasks there are.</summary>
    int Parallelism { get; }

    /// <summary>Asks the enumerator for a split.</summary>
    void SendSplitRequest();

    /// <summary>Says that a split is read to its end: nobody waits for its watermark any more.</summary>
    /// <param name="splitId">The split.</param>
    void ReleaseSplit(string splitId);
}
