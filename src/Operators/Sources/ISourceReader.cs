namespace Akka.Flink.Sources;

/// <summary>Reads the splits of a subtask, whatever they are.</summary>
/// <typeparam name="T">The type of records.</typeparam>
public interface ISourceReader<T>
{
    /// <summary>Called once, before it is asked for records.</summary>
    void Start();

    /// <summary>Takes the records that are there, without waiting.</summary>
    /// <param name="batch">Receives them, up to its limit; empty when it is handed over.</param>
    /// <returns>What there is after these.</returns>
    PollStatus TryPoll(SourceBatch<T> batch);

    /// <summary>Waits until there may be records.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Ends when <see cref="TryPoll"/> is worth calling again, or when another split was assigned.</returns>
    /// <remarks><para><b>Threads.</b> The only method that may wait; not called while <see cref="TryPoll"/> is.</para></remarks>
    Task WaitAsync(CancellationToken cancellationToken);

    /// <summary>Called when no more splits will come.</summary>
    void NoMoreSplits();

    /// <summary>Called when the enumerator tells something of its own.</summary>
    /// <param name="data">What it tells.</param>
    void HandleSourceEvent(ReadOnlyMemory<byte> data)
    {
    }

    /// <summary>Called when a checkpoint is complete for the whole job.</summary>
    /// <param name="checkpointId">Its number.</param>
    void NotifyCheckpointComplete(long checkpointId)
    {
    }

    /// <summary>Called once at the end.</summary>
    void Close()
    {
    }
}
