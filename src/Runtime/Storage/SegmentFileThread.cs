namespace Akka.Flink.Runtime;

using System.Collections.Concurrent;
using Akka.Flink.State.Snapshots;

/// <summary>The one thread that writes the files of a <see cref="DirectoryChunkStore"/>.</summary>
/// <remarks>
/// It takes all that has come while it was busy, writes that, syncs each file once, and only then reports: the slower the disk, the more
/// chunks share a sync. After an error of a file nothing more is written to it, for what a failed sync has left on disk cannot be known.
/// </remarks>
internal sealed class SegmentFileThread : IDisposable
{
    /// <summary>Bounds how long the first of a group waits for its report.</summary>
    private const long MaxGroupBytes = 16L << 20;

    private readonly BlockingCollection<SegmentFileRequest> _requests = [];
    private readonly HashSet<DirectorySegmentWriter> _open = [];
    private readonly List<DirectorySegmentWriter> _group = [];
    private readonly string _directory;
    private readonly Thread _thread;

    public SegmentFileThread(string directory)
    {
        _directory = directory;
        _thread = new Thread(Run) { IsBackground = true, Name = "segment-files" };
        _thread.Start();
    }

    /// <summary>Asks for something; any thread.</summary>
    public void Enqueue(SegmentFileRequest request)
    {
        try
        {
            _requests.Add(request);
        }
        catch (InvalidOperationException)
        {
            request.Writer.Fail(StorageErrors.Stopped(request.Writer.Segment, _directory));   // disposed of meanwhile
        }
    }

    /// <summary>Writes what was asked for so far, fails the segments that are still open, and ends.</summary>
    public void Dispose()
    {
        _requests.CompleteAdding();
        _thread.Join();
    }

    private void Run()
    {
        while (_requests.TryTake(out var first, Timeout.Infinite))
        {
            var bytes = Write(first);
            while (bytes < MaxGroupBytes && _requests.TryTake(out var next))
                bytes += Write(next);
            SyncGroup();
        }

        foreach (var writer in _open)
        {
            writer.File?.Dispose();
            writer.Fail(StorageErrors.Stopped(writer.Segment, _directory));
        }
    }

    private long Write(in SegmentFileRequest request)
    {
        var writer = request.Writer;
        if (writer.HasFailed)
            return 0;

        if (!writer.IsUnsynced)
            _group.Add(writer);
        writer.IsUnsynced = true;
        if (request.Number == SegmentFileRequest.End)
        {
            writer.IsEnded = true;
            return 0;
        }

        try
        {
            writer.File ??= Create(writer);
            writer.File.Append(request.Number, request.Frame.AsMemory(0, ChunkFrame.HeaderBytes + request.Length));
            writer.Written = request.Number;
            writer.UnsyncedBytes += request.Length;
            ChunkPool.Return(request.Frame);
        }
        catch (Exception cause)
        {
            Fail(writer, request.Number, cause);
        }

        return request.Length;
    }

    private SegmentFile Create(DirectorySegmentWriter writer)
    {
        var path = DirectoryChunkStore.PathOf(_directory, writer.Segment);
        if (File.Exists(path))
            throw StorageErrors.SegmentExists(writer.Segment, _directory);

        var file = SegmentFile.Create(path, writer.Segment);
        _open.Add(writer);
        return file;
    }

    private void SyncGroup()
    {
        foreach (var writer in _group)
        {
            writer.IsUnsynced = false;
            if (!writer.HasFailed)
                Sync(writer);
            if (writer.IsEnded || writer.HasFailed)
                Forget(writer);
        }

        _group.Clear();
    }

    private void Sync(DirectorySegmentWriter writer)
    {
        var bytes = writer.UnsyncedBytes;
        writer.UnsyncedBytes = 0;
        if (writer.PersistedChunks == writer.Written)
            return;

        try
        {
            writer.File!.Sync();
        }
        catch (Exception cause)
        {
            Fail(writer, writer.PersistedChunks + 1, cause);
            return;
        }

        writer.Persisted(writer.Written, bytes);
    }

    private void Fail(DirectorySegmentWriter writer, long number, Exception cause) => writer.Fail(
        cause as StorageException
            ?? StorageErrors.WriteFailed(writer.Segment, number, DirectoryChunkStore.PathOf(_directory, writer.Segment), cause));

    private void Forget(DirectorySegmentWriter writer)
    {
        writer.File?.Dispose();
        writer.File = null;
        _open.Remove(writer);
    }
}
