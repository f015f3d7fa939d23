namespace Akka.Flink.Runtime;

using System.Globalization;

/// <summary>How handles name the files of savepoints: a handle says where its chunks are.</summary>
/// <remarks>A segment of the chunk store has a name of letters, digits and dashes; one with <c>savepoint:</c> in front is a file of a
/// savepoint, named by its path. No janitor deletes those, and no store knows them.</remarks>
internal static class SavepointSegments
{
    private const string Prefix = "savepoint:";

    /// <summary>The file that a subtask writes for a savepoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="subtask">The subtask.</param>
    public static SegmentId FileOf(CheckpointId checkpoint, SubtaskId subtask) => new(string.Create(
        CultureInfo.InvariantCulture, $"keyed-{checkpoint.Attempt}-{checkpoint.Number}-{subtask.Vertex}-{subtask.Index}"));

    /// <summary>Whether a segment is a file of a savepoint.</summary>
    /// <param name="segment">The segment.</param>
    public static bool IsSaved(SegmentId segment) => segment.Value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The name that finds a file of a savepoint from everywhere.</summary>
    /// <param name="directory">The savepoint.</param>
    /// <param name="file">The file, as its writer named it.</param>
    public static SegmentId In(string directory, SegmentId file) => new(Prefix + Path.Combine(directory, file.Value));

    /// <summary>Takes such a name apart.</summary>
    /// <param name="segment">The segment.</param>
    /// <returns>The savepoint's directory, and the name of the file in it.</returns>
    public static (string Directory, SegmentId File) Split(SegmentId segment)
    {
        var path = segment.Value[Prefix.Length..];
        return (Path.GetDirectoryName(path) ?? "", new SegmentId(Path.GetFileName(path)));
    }

    /// <summary>Reads chunks of a file.</summary>
    /// <param name="range">Which; named by <see cref="In(string, SegmentId)"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="StorageException">A chunk is missing or damaged; the message names file, chunk and position.</exception>
    public static IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(SegmentRange range, CancellationToken cancellationToken)
    {
        var (directory, file) = Split(range.Segment);
        return DirectoryChunkStore.ReadAsync(directory, range with { Segment = file }, cancellationToken);
    }

    /// <summary>A handle whose files are found from everywhere.</summary>
    /// <param name="handle">The handle as the savepoint has it.</param>
    /// <param name="directory">The savepoint.</param>
    public static KeyedStateHandle In(string directory, KeyedStateHandle handle) => handle with
    {
        Chunks = [.. handle.Chunks.Select(range => range with { Segment = In(directory, range.Segment) })],
    };
}
