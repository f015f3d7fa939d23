namespace Akka.Flink.Runtime;

/// <summary>A task's file of a savepoint while it is written: a copy of what goes to the chunk store.</summary>
/// <remarks><para><b>Threads.</b> The task's; a thread of its own writes the file.</para></remarks>
internal sealed class SavepointFile : IDisposable
{
    private readonly DirectoryChunkStore _store;

    private SavepointFile(DirectoryChunkStore store, ISegmentWriter writer)
    {
        _store = store;
        Segment = new OpenSegment(writer);
    }

    /// <summary>The file as a segment.</summary>
    public OpenSegment Segment { get; }

    /// <summary>Whether no more chunks come.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether nothing is on its way any more.</summary>
    public bool IsDone => IsClosed && (Segment.Failure is not null || Segment.Persisted >= Segment.Writer.Appended);

    /// <summary>Begins a file.</summary>
    /// <param name="directory">The savepoint's directory.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="subtask">The subtask.</param>
    /// <param name="node">This node, for errors.</param>
    /// <param name="tell">Told of progress, from any thread.</param>
    /// <exception cref="StorageException">The directory is not there.</exception>
    public static SavepointFile Open(string directory, CheckpointId checkpoint, SubtaskId subtask, string node, Action<object> tell)
    {
        // Made by the job manager: one that is made here would be another directory than its own.
        if (!Directory.Exists(directory))
            throw SavepointErrors.NotShared(directory, node);

        var store = new DirectoryChunkStore(directory, new NodeBudget());
        return new SavepointFile(store, store.Open(SavepointSegments.FileOf(checkpoint, subtask), tell));
    }

    /// <summary>No more chunks come.</summary>
    public void Close()
    {
        IsClosed = true;
        Segment.Writer.Close();
    }

    /// <summary>Lets go of the file, whose thread may be busy for a while.</summary>
    public void Dispose() => _ = Task.Run(_store.Dispose);
}
