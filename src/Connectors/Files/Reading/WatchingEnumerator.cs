namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Sources;

/// <summary>Looks for new files again and again.</summary>
internal sealed class WatchingEnumerator : FileEnumerator
{
    private readonly FileScanner _scanner;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, FoundFile> _taken = [];
    private volatile bool _hasFound;   // read by the calls, which run elsewhere
    private Dictionary<string, FoundFile> _unsettled = [];

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
        : base(context, splitter, restored)
    {
        (_scanner, _interval, _clock) = (scanner, interval, clock);
        _hasFound = HasLooked;
        foreach (var file in restored?.Taken ?? [])
            _taken.Add(file.FilePath, file);
    }

    protected override bool MayFindMore => true;

    public override void Start() =>
        Context.CallPeriodically<List<FoundFile>>(_ => Task.FromResult(_scanner.Scan(!_hasFound)), Take, TimeSpan.Zero, _interval);

    protected override IReadOnlyList<FoundFile> Taken() => [.. _taken.Values];

    protected override IEnumerable<FoundFile> Choose(List<FoundFile> found)
    {
        _hasFound = true;
        Forget(found);
        var chosen = new List<FoundFile>();
        var unsettled = new Dictionary<string, FoundFile>();
        foreach (var file in found)
        {
            if (_taken.GetValueOrDefault(file.FilePath) == file)
                continue;

            if (IsSettled(file))
            {
                _taken[file.FilePath] = file;
                chosen.Add(file);
            }
            else
            {
                unsettled[file.FilePath] = file;
            }
        }

        _unsettled = unsettled;
        return chosen;
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
