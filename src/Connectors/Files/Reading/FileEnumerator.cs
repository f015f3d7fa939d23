namespace Akka.Flink.Connectors.Files;

using System.Runtime.ExceptionServices;
using Akka.Flink.Sources;

/// <summary>Hands out files in order, or parts of them, one for each request.</summary>
/// <remarks>Looking for files is outside work: whoever runs the enumerator never waits for a disk, but requests may wait for the
/// result.</remarks>
internal abstract class FileEnumerator : ISplitEnumerator<FileSplit, FileEnumeratorState>
{
    private readonly FileSplitter _splitter;
    private readonly Queue<FileSplit> _waiting = new();
    private readonly Queue<int> _requests = new();

    /// <summary>An enumerator.</summary>
    /// <param name="context">Assigns splits.</param>
    /// <param name="splitter">Divides files.</param>
    /// <param name="restored">What an enumerator before remembered; null when the job starts afresh.</param>
    protected FileEnumerator(ISplitEnumeratorContext<FileSplit> context, FileSplitter splitter, FileEnumeratorState? restored)
    {
        (Context, _splitter) = (context, splitter);
        HasLooked = restored?.HasLooked ?? false;
        foreach (var split in restored?.Waiting ?? [])
            _waiting.Enqueue(split);
    }

    /// <summary>Assigns splits.</summary>
    protected ISplitEnumeratorContext<FileSplit> Context { get; }

    /// <summary>Whether files were looked for.</summary>
    protected bool HasLooked { get; private set; }

    /// <summary>Whether more files may be found.</summary>
    protected abstract bool MayFindMore { get; }

    public abstract void Start();

    public void AddReader(int subtask)
    {
    }

    public void HandleSplitRequest(int subtask)
    {
        _requests.Enqueue(subtask);
        Answer();
    }

    public void AddSplitsBack(IReadOnlyList<FileSplit> splits, int subtask)
    {
        foreach (var split in splits)
            _waiting.Enqueue(split);
        Answer();
    }

    public FileEnumeratorState SnapshotState(long checkpointId) => new(HasLooked, [.. _waiting], Taken());

    /// <summary>The files to remember.</summary>
    protected virtual IReadOnlyList<FoundFile> Taken() => [];

    /// <summary>Chooses what is to be read of what was found.</summary>
    /// <param name="found">All files that are there.</param>
    protected abstract IEnumerable<FoundFile> Choose(List<FoundFile> found);

    /// <summary>Takes what looking for files came to.</summary>
    /// <param name="found">All files that are there.</param>
    /// <param name="failure">Why they could not be listed; null when they were.</param>
    protected void Take(List<FoundFile>? found, Exception? failure)
    {
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);

        HasLooked = true;
        foreach (var file in Choose(found!))
        {
            foreach (var split in _splitter.Split(file))
                _waiting.Enqueue(split);
        }

        Answer();
    }

    private void Answer()
    {
        while (_requests.Count > 0)
        {
            if (_waiting.TryDequeue(out var split))
                Context.AssignSplit(split, _requests.Dequeue());
            else if (!MayFindMore)
                Context.SignalNoMoreSplits(_requests.Dequeue());
            else
                return;
        }
    }
}
