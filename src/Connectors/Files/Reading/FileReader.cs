namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Formats;
using Akka.Flink.Operators;
using Akka.Flink.Sources;

/// <summary>Reads the parts of files that it is given, one after the other, and asks for the next when it has finished one.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="context">Where it runs.</param>
/// <param name="options">What the source was told.</param>
/// <param name="malformed">Deals with malformed records.</param>
internal sealed class FileReader<T>(ISourceReaderContext context, FileSourceOptions<T> options, MalformedRecordHandler malformed)
    : ISourceReader<T, FileSplit>
{
    private readonly IRecordDeserializer<T> _deserializer = options.Format.CreateDeserializer();
    private readonly RecordFraming _framing = options.Format.Framing;
    private readonly bool _keepsBlankLines = options.Format.Framing == RecordFraming.Lines;
    private readonly Queue<FileSplit> _waiting = new();
    private FileSplit? _current;
    private string? _splitId;
    private LineInput? _input;
    private long _lines;
    private bool _isComplete;
    private bool _hasRequested;
    private TaskCompletionSource _arrival = NewArrival();

    public void Start()
    {
    }

    public PollStatus TryPoll(SourceBatch<T> batch)
    {
        if (_current is null && !TryBegin())
            return _isComplete ? PollStatus.EndOfInput : PollStatus.NothingAvailable;

        var hasMore = Fill(batch);
        if (batch.Records.Count > 0)
            batch.SplitId = _splitId;
        else if (!hasMore)
            End();   // only now, when its last records have been handed on
        return PollStatus.MoreAvailable;
    }

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        if (_current is not null || _waiting.Count > 0 || _isComplete)
            return Task.CompletedTask;

        if (_arrival.Task.IsCompleted)
            _arrival = NewArrival();
        return _arrival.Task.WaitAsync(cancellationToken);
    }

    public void AddSplits(IReadOnlyList<FileSplit> splits)
    {
        foreach (var split in splits)
            _waiting.Enqueue(split);
        _hasRequested = false;
        _arrival.TrySetResult();
    }

    public void NoMoreSplits()
    {
        _isComplete = true;
        _arrival.TrySetResult();
    }

    public IReadOnlyList<FileSplit> SnapshotState(long checkpointId)
    {
        var splits = new List<FileSplit>(_waiting.Count + 1);
        if (_current is not null)
            splits.Add(_current with { Position = _input!.Position, Lines = _lines });
        splits.AddRange(_waiting);
        return splits;
    }

    public void Close() => _input?.Dispose();

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool TryBegin()
    {
        if (_waiting.Count == 0 && !_isComplete && !_hasRequested)
        {
            _hasRequested = true;
            context.SendSplitRequest();   // the answer may be there at once
        }

        if (!_waiting.TryDequeue(out var split))
            return false;

        if (options.Format.HasHeader)
            ReadHeader(split);
        _input = SplitInput.Open(split, _framing);
        (_current, _splitId, _lines) = (split, split.SplitId, split.Lines);
        if (options.Format.HasHeader && split is { Start: 0, Position: 0 })
        {
            _input.SkipLine();
            _lines++;
        }

        return true;
    }

    private void ReadHeader(FileSplit split)
    {
        using var beginning = SplitInput.OpenFile(split, _framing);
        if (!beginning.TryRead(out var line))
            return;

        try
        {
            _deserializer.ReadHeader(line);
        }
        catch (FormatException cause)
        {
            throw FileErrors.BadHeader(context, split.FilePath, cause);
        }
    }

    // Malformed records are rare, so that nothing is guarded for each record.
    private bool Fill(SourceBatch<T> batch)
    {
        while (true)
        {
            ReadOnlySpan<byte> line = default;
            try
            {
                return ReadRecords(batch, ref line);
            }
            catch (Exception cause) when (cause is not FlinkException)
            {
                malformed.Handle(_current!.FilePath, _input!.LineAt, Place(), line, cause);
            }
        }
    }

    private bool ReadRecords(SourceBatch<T> batch, ref ReadOnlySpan<byte> line)
    {
        var input = _input!;
        var end = _current!.End;
        while (batch.Records.Count < batch.Limit)
        {
            if (input.Position >= end || !input.TryRead(out line))
                return HasReadToEnd();

            _lines++;
            if (!_keepsBlankLines && IsBlank(line))
                continue;

            batch.Records.Add(_deserializer.Deserialize(line), RecordBatch<T>.NoTimestamp);
        }

        return true;
    }

    private bool HasReadToEnd()
    {
        var split = _current!;
        if (!split.IsCompressed && _input!.Position < Math.Min(split.End, split.Length))
            throw FileErrors.Shrunk(split, _input.Position);
        return false;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) =>
        line.Length == 0 || (line[0] <= (byte)' ' && !line.ContainsAnyExcept(" \t\r"u8));

    private string Place()
    {
        var line = _current!.Start == 0 ? $"line {_lines}" : $"line {_lines} of the part from byte {_current.Start} on";
        return $"byte {_input!.LineAt}, {line}";
    }

    private void End()
    {
        _input!.Dispose();
        _input = null;
        context.ReleaseSplit(_splitId!);
        _current = null;
    }
}
