namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Sources;

/// <summary>Looks for files once.</summary>
/// <param name="context">Assigns splits.</param>
/// <param name="scanner">Finds files.</param>
/// <param name="splitter">Divides them.</param>
/// <param name="restored">What an enumerator before remembered; null when the job starts afresh.</param>
internal sealed class OnceEnumerator(
    ISplitEnumeratorContext<FileSplit> context, FileScanner scanner, FileSplitter splitter, FileEnumeratorState? restored)
    : FileEnumerator(context, splitter, restored)
{
    protected override bool MayFindMore => !HasLooked;

    public override void Start()
    {
        if (!HasLooked)
            Context.CallAsync<List<FoundFile>>(_ => Task.FromResult(scanner.Scan(isFirstLook: true)), Take);
    }

    protected override IEnumerable<FoundFile> Choose(List<FoundFile> found) => found;
}
