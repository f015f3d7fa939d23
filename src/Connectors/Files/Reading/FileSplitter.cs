namespace Akka.Flink.Connectors.Files;

/// <summary>Divides files into parts that are read at the same time.</summary>
/// <param name="sizeBytes">How large a part is at most.</param>
internal sealed class FileSplitter(long sizeBytes)
{
    /// <summary>The parts of a file, in order; none of an empty one.</summary>
    /// <param name="file">The file.</param>
    public IEnumerable<FileSplit> Split(FoundFile file)
    {
        if (file.Length == 0)
            yield break;

        var whole = new FileSplit(file.FilePath, 0, long.MaxValue, 0, 0, file.Length);
        if (whole.IsCompressed)
        {
            yield return whole;
            yield break;
        }

        for (var start = 0L; start < file.Length;)
        {
            var end = sizeBytes >= file.Length - start ? file.Length : start + sizeBytes;
            yield return whole with { Start = start, End = end, Position = start };
            start = end;
        }
    }
}
