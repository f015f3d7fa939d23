namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Sources;

/// <summary>Looks for new files again and again, and hands them out in order, one for each request.</summary>
/// <remarks>Readers without work repeat their requests. A request starts a look, if it is time for one, on a thread of the pool, and a
/// later request finds the result: whoever runs the enumerator never waits for a disk.</remarks>
internal sealed class WatchingEnumerator : ISplitEnumerator<FileSplit, FileEnumeratorState>
{
    private readonly ISplitEnumeratorContext<FileSplit> _context;
    private readonly FileScanner _scanner;
    private readonly FileSplitter _splitter;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _clock;
    private readonly Queue<FileSplit> _waiting = new();
    private readonly Dictionary<string, FoundFile> _taken = [];
    private Dictionary<string, FoundFile> _unsettled = [];
    private Task<List<FoundFile>>? _look;
    private long _lastLook;

    /// <summary>An enumerator.</summary>
    /// <param name="context">Assigns splits.</param>
    /// <param name="scanner">Finds files.</param>
    /// <param name="splitter">Divides them.</param>
    /// <param name="restored">What an enumerator before remembered; null when the job starts afresh.</param>
    /// <param name="interval">How often to look.</param>
    /// <param name="clock">The clock.</param>
    public WatchingEnumerator(
        ISplitEnumeratorContext<FileSplit> context,
        FileScanner scanner,
        FileSplitter splitter,
        FileEnumeratorState? restored,
        TimeSpan interval,
        TimeProvider clock)
    {
        (_context, _scanner, _splitter, _interval, _clock) = (context, scanner, splitter, interval, clock);
        foreach (var split in restored?.Waiting ?? [])
            _waiting.Enqueue(split);
        foreach (var file in restored?.Taken ?? [])
            _taken.Add(file.FilePath, file);
    }

    public void Start()
    {
        _lastLook = _clock.GetTimestamp();
        Take(_scanner.Scan());
    }

    public void AddReader(int subtask)
    {
    }

    public void HandleSplitRequest(int subtask)
    {
        if (_look is { IsCompleted: true })
        {
            var found = _look.GetAwaiter().GetResult();
            _look = null;
            Take(found);
        }

        if (_waiting.TryDequeue(out var split))
        {
            _context.AssignSplit(split, subtask);
            return;
        }

        if (_look is not null || _clock.GetElapsedTime(_lastLook) < _interval)
            return;

        _lastLook = _clock.GetTimestamp();
        _look = Task.Run(_scanner.Scan);
    }

    public void AddSplitsBack(IReadOnlyList<FileSplit> splits, int subtask)
    {
        foreach (var split in splits)
            _waiting.Enqueue(split);
    }

    public FileEnumeratorState SnapshotState(long checkpointId) => new([.. _waiting], [.. _taken.Values]);

    private void Take(List<FoundFile> found)
    {
        Forget(found);
        var unsettled = new Dictionary<string, FoundFile>();
        foreach (var file in found)
        {
            if (_taken.GetValueOrDefault(file.FilePath) == file)
                continue;

            if (!IsSettled(file))
            {
                unsettled[file.FilePath] = file;
                continue;
            }

            _taken[file.FilePath] = file;
            foreach (var split in _splitter.Split(file))
                _waiting.Enqueue(split);
        }

        _unsettled = unsettled;
    }

    // Somebody may still be writing it: it has to be as it was for an interval, by its own time or as the last look saw it.
    private bool IsSettled(FoundFile file) =>
        _unsettled.GetValueOrDefault(file.FilePath) == file
        || _clock.GetUtcNow().ToUnixTimeMilliseconds() - file.ModifiedMs >= _interval.TotalMilliseconds;

    private void Forget(List<FoundFile> found)
    {
        var present = found.ConvertAll(file => file.FilePath).ToHashSet();
        foreach (var gone in _taken.Keys.Where(path => !present.Contains(path)).ToList())
            _taken.Remove(gone);
    }
}
