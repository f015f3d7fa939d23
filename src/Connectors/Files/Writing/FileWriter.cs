namespace Akka.Flink.Connectors.Files;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.Formats;
using Akka.Flink.Sinks;

/// <summary>Writes the records of a subtask into files, one for each bucket between two checkpoints, or more where they grow
/// large.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class FileWriter<T> : ICommittingSinkWriter<T, FileCommittable, FileWriterState>
{
    private readonly ISinkContext _context;
    private readonly FileSinkOptions<T> _options;
    private readonly IRecordSerializer<T> _serializer;
    private readonly Func<T, long, string>? _buckets;
    private readonly Dictionary<string, OpenPart> _open = [];
    private readonly List<FileCommittable> _finished = [];
    private readonly HashSet<string> _folders = [];   // where names are not durable yet
    private readonly string _sink;
    private readonly long _run;
    private readonly bool _hasMaxAge;
    private string? _lastBucket;
    private OpenPart? _last;
    private long _nextNumber;
    private long _lastCheckpointId;

    /// <summary>A writer.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="options">What the sink was told.</param>
    /// <param name="run">The number of this run.</param>
    public FileWriter(ISinkContext context, FileSinkOptions<T> options, long run)
    {
        _context = context;
        _options = options;
        _serializer = options.Format.CreateSerializer();
        _buckets = options.CreateBuckets?.Invoke();
        _sink = PartName.SinkOf(context);
        _run = run;
        _hasMaxAge = options.Rolling.MaxAge < TimeSpan.MaxValue;
        _lastCheckpointId = context.RestoredCheckpointId ?? 0;
    }

    public void Write(T value, long timestampMs)
    {
        var bucket = _buckets is null ? "" : _buckets(value, timestampMs);
        var part = _last;
        if (part is null || !ReferenceEquals(bucket, _lastBucket))
            part = PartOf(bucket);
        try
        {
            part.File.Write(_serializer, value);
        }
        catch (IOException cause)
        {
            throw FileErrors.Unwritable(part.Path, _context, cause);
        }

        if (part.File.Length >= _options.Rolling.MaxSizeBytes)
            Finish(part);
    }

    public void Flush(bool endOfInput)
    {
        foreach (var part in _open.Values.ToList())
            Finish(part);
        foreach (var folder in _folders)
            Sync(folder);
        _folders.Clear();
    }

    public IReadOnlyList<FileCommittable> PrepareCommit()
    {
        FileCommittable[] prepared = [.. _finished];
        _finished.Clear();
        return prepared;
    }

    public IReadOnlyList<FileWriterState> SnapshotState(long checkpointId)
    {
        _lastCheckpointId = checkpointId;
        return [new FileWriterState(_run)];
    }

    public void Close()
    {
        foreach (var part in _open.Values)
            part.File.Dispose();
        _open.Clear();
    }

    private OpenPart PartOf(string bucket)
    {
        if (_open.TryGetValue(bucket, out var part) && IsTooOld(part))
        {
            Finish(part);
            part = null;
        }

        if (part is null)
            _open.Add(bucket, part = Begin(bucket));

        // Ages are looked at whenever the bucket is looked up, so where they matter that is for each record.
        (_lastBucket, _last) = _hasMaxAge ? (null, null) : (bucket, part);
        return part;
    }

    private bool IsTooOld(OpenPart part) =>
        _hasMaxAge && _options.Clock.GetElapsedTime(part.File.OpenedAt) >= _options.Rolling.MaxAge;

    [SuppressMessage("Reliability", "CA2000", Justification = "The file belongs to what is returned.")]
    private OpenPart Begin(string bucket)
    {
        CheckBucket(bucket);
        var name = new PartName(_sink, _context.SubtaskIndex, _run, _nextNumber++, _lastCheckpointId);
        var folder = Path.Combine(_options.Folder, bucket);
        var path = Path.Combine(folder, name.Pending);
        try
        {
            MakeFolder(folder);
            var file = new PartFile(path, _options.Clock.GetTimestamp());
            file.WriteHeader(_serializer);
            return new OpenPart(bucket, name, path, file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Unwritable(path, _context, cause);
        }
    }

    // The names of new folders have to become durable, too.
    private void MakeFolder(string folder)
    {
        for (var missing = folder; missing.Length > _options.Folder.Length && !Directory.Exists(missing);
             missing = Path.GetDirectoryName(missing)!)
            _folders.Add(Path.GetDirectoryName(missing)!);
        Directory.CreateDirectory(folder);
    }

    private void CheckBucket(string bucket)
    {
        foreach (var part in bucket.Length == 0 ? default : bucket.AsSpan().Split('/'))
        {
            var folder = bucket.AsSpan()[part];
            if (folder.Length == 0 || folder is "." or ".." || folder.ContainsAny(Path.GetInvalidFileNameChars()))
                throw FileErrors.BadBucket(bucket, _context);
        }
    }

    private void Finish(OpenPart part)
    {
        try
        {
            part.File.Finish();
        }
        catch (IOException cause)
        {
            throw FileErrors.Unwritable(part.Path, _context, cause);
        }

        _open.Remove(part.Bucket);
        (_lastBucket, _last) = (null, null);
        _folders.Add(Path.GetDirectoryName(part.Path)!);
        _finished.Add(new FileCommittable(
            Path.Combine(part.Bucket, part.Name.Pending),
            Path.Combine(part.Bucket, part.Name.Visible + _options.Suffix),
            part.File.Length));
    }

    private void Sync(string folder)
    {
        try
        {
            DurableFolder.Sync(folder);
        }
        catch (IOException cause)
        {
            throw FileErrors.Unwritable(folder, _context, cause);
        }
    }

    private sealed record OpenPart(string Bucket, PartName Name, string Path, PartFile File);
}
