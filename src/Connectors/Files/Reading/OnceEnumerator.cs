namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Sources;

/// <summary>Finds all files once and hands them out in order, one for each request.</summary>
/// <param name="context">Assigns them.</param>
/// <param name="scanner">Finds them.</param>
/// <param name="splitter">Divides them.</param>
/// <param name="restored">What an enumerator before remembered; null when the job starts afresh.</param>
internal sealed class OnceEnumerator(
    ISplitEnumeratorContext<FileSplit> context, FileScanner scanner, FileSplitter splitter, FileEnumeratorState? restored)
    : ISplitEnumerator<FileSplit, FileEnumeratorState>
{
    private readonly Queue<FileSplit> _waiting = new();

    public void Start()
    {
        var splits = restored is null ? scanner.Scan().SelectMany(splitter.Split) : restored.Waiting;
        foreach (var split in splits)
            _waiting.Enqueue(split);
    }

    public void AddReader(int subtask)
    {
    }

    public void HandleSplitRequest(int subtask)
    {
        if (_waiting.TryDequeue(out var split))
            context.AssignSplit(split, subtask);
        else
            context.SignalNoMoreSplits(subtask);
    }

    public void AddSplitsBack(IReadOnlyList<FileSplit> splits, int subtask)
    {
        foreach (var split in splits)
            _waiting.Enqueue(split);
    }

    public FileEnumeratorState SnapshotState(long checkpointId) => new([.. _waiting], []);
}
