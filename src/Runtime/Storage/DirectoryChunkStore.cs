namespace Akka.Flink.Runtime;

using System.Runtime.CompilerServices;

/// <summary>Keeps chunks in files: one file for each segment, only ever appended to.</summary>
/// <remarks>
/// <para><b>State.</b> <c>&lt;directory&gt;/&lt;segment&gt;.afs</c>. A chunk is reported when its file is synced, and with the first
/// chunk also the directory. One file system for all nodes that share the store.</para>
/// <para><b>Threads.</b> Any. One thread of the store's writes and reports; no task waits for it.</para>
/// </remarks>
internal sealed class DirectoryChunkStore : IChunkStore, IDisposable
{
    private const string Extension = ".afs";

    private readonly string _directory;
    private readonly NodeBudget _budget;
    private readonly SegmentFileThread _thread;

    /// <summary>Uses a directory.</summary>
    /// <param name="directory">Where; made if it is missing.</param>
    /// <param name="budget">What all writers of the node share.</param>
    /// <exception cref="StorageException">The directory cannot be made.</exception>
    public DirectoryChunkStore(string directory, NodeBudget budget)
    {
        _directory = Path.GetFullPath(directory);
        _budget = budget;
        try
        {
            Create(_directory);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.NoDirectory(_directory, cause);
        }

        _thread = new SegmentFileThread(_directory);
    }

    /// <summary>The file of a segment.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="segment">The segment.</param>
    public static string PathOf(string directory, SegmentId segment) => Path.Combine(directory, segment.Value + Extension);

    /// <inheritdoc/>
    public ISegmentWriter Open(SegmentId segment, Action<SegmentProgress> persisted) =>
        new DirectorySegmentWriter(segment, _budget, persisted, _thread);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(SegmentRange range, CancellationToken cancellationToken) =>
        ReadAsync(_directory, range, cancellationToken);

    /// <summary>Reads chunks of a segment's file in order.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="range">Which.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The chunks, each checked by length and CRC.</returns>
    /// <exception cref="StorageException">A chunk is missing or damaged; the message names file, chunk and position.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        string directory, SegmentRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SegmentNames.Check(range);
        if (range.Last < range.First)
            yield break;

        var path = PathOf(directory, range.Segment);
        using var reader = OpenReader(path, range);
        await GuardAsync(path, range, reader.SeekAsync(cancellationToken)).ConfigureAwait(false);
        for (var number = range.First; number <= range.Last; number++)
            yield return await GuardAsync(path, range, reader.ReadAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(SegmentId segment, CancellationToken cancellationToken)
    {
        SegmentNames.Check(segment);
        return Task.Run(() => Delete(segment), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SegmentId>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        Task.Run(() => List(prefix), cancellationToken);

    /// <summary>Writes what was appended so far, fails the segments that are still open, and lets go of the files.</summary>
    public void Dispose() => _thread.Dispose();

    private static void Create(string directory)
    {
        if (Directory.Exists(directory))
            return;

        Directory.CreateDirectory(directory);
        if (Path.GetDirectoryName(directory) is { } parent)
            DirectorySync.Flush(parent);
    }

    private static SegmentFileReader OpenReader(string path, SegmentRange range)
    {
        try
        {
            var handle = File.OpenHandle(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous);
            return new SegmentFileReader(handle, path, range);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw StorageErrors.Missing(range, range.First, path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unreadable(range, path, cause);
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> GuardAsync(
        string path, SegmentRange range, ValueTask<ReadOnlyMemory<byte>> reading)
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (IOException cause)
        {
            throw StorageErrors.Unreadable(range, path, cause);
        }
    }

    private static async ValueTask GuardAsync(string path, SegmentRange range, ValueTask seeking)
    {
        try
        {
            await seeking.ConfigureAwait(false);
        }
        catch (IOException cause)
        {
            throw StorageErrors.Unreadable(range, path, cause);
        }
    }

    private void Delete(SegmentId segment)
    {
        try
        {
            File.Delete(PathOf(_directory, segment));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.DeleteFailed(segment, _directory, cause);
        }
    }

    private IReadOnlyList<SegmentId> List(string prefix)
    {
        try
        {
            var found = new List<SegmentId>();
            foreach (var path in Directory.EnumerateFiles(_directory, "*" + Extension))
            {
                var name = Path.GetFileNameWithoutExtension(path);
                if (name.StartsWith(prefix, StringComparison.Ordinal))
                    found.Add(new SegmentId(name));
            }

            found.Sort(static (one, other) => string.CompareOrdinal(one.Value, other.Value));
            return found;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.NoDirectory(_directory, cause);
        }
    }
}
