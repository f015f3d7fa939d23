namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Formats;
using Akka.Flink.Sources;
using Akka.Flink.State;

/// <summary>Reads the records of files. Made by <see cref="FileSource"/>.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para><b>Output.</b> The records of a file in their order, without timestamps; files in the order of their names, each reader asking for
/// the next when it has finished one.</para>
/// <para><b>State.</b> The files not begun, and of those in progress the byte at which the next record begins: after a restore no record
/// is read twice, and none is left out.</para>
/// <para><b>Time.</b> Watermarks are made for each file, or part of one. A file that is begun when another one is finished is late where
/// its event times lie before that one's.</para>
/// </remarks>
public sealed class FileSource<T> : ISource<T, FileSplit, FileEnumeratorState>, IConfigurable
{
    private readonly FileSourceOptions<T> _options;
    private MalformedRecords _malformed;

    internal FileSource(FileSourceOptions<T> options)
    {
        _options = options;
        _malformed = options.Malformed;
    }

    /// <inheritdoc/>
    public Boundedness Boundedness => _options.Interval is null ? Boundedness.Bounded : Boundedness.ContinuousUnbounded;

    /// <inheritdoc/>
    public ITypeSerializer<FileSplit> SplitSerializer => TypeSerializers.For<FileSplit>();

    /// <inheritdoc/>
    public ITypeSerializer<FileEnumeratorState> EnumeratorStateSerializer => TypeSerializers.For<FileEnumeratorState>();

    /// <inheritdoc/>
    public void Configure(ISettings settings) => _malformed = _options.Malformed.OverriddenBy(settings);

    /// <inheritdoc/>
    public ISplitEnumerator<FileSplit, FileEnumeratorState> CreateEnumerator(ISplitEnumeratorContext<FileSplit> context) =>
        RestoreEnumerator(context, null);

    /// <inheritdoc/>
    ISplitEnumerator<FileSplit, FileEnumeratorState> ISource<T, FileSplit, FileEnumeratorState>.RestoreEnumerator(
        ISplitEnumeratorContext<FileSplit> context, FileEnumeratorState state) => RestoreEnumerator(context, state);

    /// <inheritdoc/>
    public ISourceReader<T, FileSplit> CreateReader(ISourceReaderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new FileReader<T>(context, _options, new MalformedRecordHandler(_malformed, context));
    }

    private ISplitEnumerator<FileSplit, FileEnumeratorState> RestoreEnumerator(
        ISplitEnumeratorContext<FileSplit> context, FileEnumeratorState? state)
    {
        var canSplit = _options.Format.Framing != RecordFraming.QuotedLines;
        var splitter = new FileSplitter(canSplit && context.CurrentParallelism > 1 ? _options.SplitSizeBytes : long.MaxValue);
        var scanner = new FileScanner(_options.Paths, _options.IsRecursive);
        return _options.Interval is { } interval
            ? new WatchingEnumerator(context, scanner, splitter, state, interval, _options.Clock)
            : new OnceEnumerator(context, scanner, splitter, state);
    }
}
