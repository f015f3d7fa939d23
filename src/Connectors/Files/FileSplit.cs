namespace Akka.Flink.Connectors.Files;

using System.Globalization;
using Akka.Flink.Sources;

/// <summary>A file, or a part of one, with how far it was read.</summary>
/// <param name="FilePath">The file's full path.</param>
/// <param name="Start">Where the part begins, in bytes: the first record is the first that begins there or later.</param>
/// <param name="End">Where it ends: no record begins there or later. <see cref="long.MaxValue"/> for a compressed file.</param>
/// <param name="Position">Where the next record begins; of a compressed file, in what it holds decompressed.</param>
/// <param name="Lines">How many lines of this part were read.</param>
/// <param name="Length">How long the file was when it was found.</param>
public sealed record FileSplit(string FilePath, long Start, long End, long Position, long Lines, long Length) : ISourceSplit
{
    /// <inheritdoc/>
    public string SplitId => Start == 0 ? FilePath : string.Create(CultureInfo.InvariantCulture, $"{FilePath}#{Start}");

    /// <summary>Whether the file is compressed.</summary>
    internal bool IsCompressed => FilePath.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{FilePath} at byte {Position} ({Lines} lines read{Part()})");

    private string Part() => Start == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" since byte {Start}");
}
