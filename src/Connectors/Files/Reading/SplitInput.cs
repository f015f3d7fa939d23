namespace Akka.Flink.Connectors.Files;

using System.IO.Compression;
using Akka.Flink.Formats;

/// <summary>Opens a split where its next record begins.</summary>
internal static class SplitInput
{
    private const int SkipBytes = 1 << 16;

    /// <summary>Opens a split.</summary>
    /// <param name="split">The split.</param>
    /// <param name="framing">How its records follow each other.</param>
    /// <exception cref="JobException">The file is not there, cannot be read, or is not the one that the split was made of.</exception>
    public static LineInput Open(FileSplit split, RecordFraming framing)
    {
        var isFresh = split.Position == split.Start;
        var isFirst = split.Start == 0;
        var from = isFresh && !isFirst || !isFresh && !split.IsCompressed ? split.Position - 1 : split.Position;   // one byte before it
        var input = OpenAt(split, from, framing);
        try
        {
            if (isFresh && isFirst)
                input.Skip("\uFEFF"u8);
            else if (isFresh)
                input.SkipLine();   // it belongs to the part before
            else if (!split.IsCompressed)
                SkipEndOfLine(input, split);
            return input;
        }
        catch (JobException)
        {
            input.Dispose();
            throw;
        }
    }

    /// <summary>Opens the beginning of a split's file.</summary>
    /// <param name="split">The split.</param>
    /// <param name="framing">How its records follow each other.</param>
    public static LineInput OpenFile(FileSplit split, RecordFraming framing)
    {
        var input = OpenAt(split, 0, framing);
        input.Skip("\uFEFF"u8);
        return input;
    }

    private static void SkipEndOfLine(LineInput input, FileSplit split)
    {
        if (split.Position >= split.End)
            input.SkipLine();   // nothing is left, and the last line may have ended without one
        else if (!input.TryRead(out var rest) || rest.Length > 0)
            throw FileErrors.Changed(split);
    }

    private static LineInput OpenAt(FileSplit split, long position, RecordFraming framing)
    {
        try
        {
            var stream = OpenStream(split, position);
            return new LineInput(stream, position, split.FilePath, framing == RecordFraming.QuotedLines);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw FileErrors.Gone(split, cause);
        }
        catch (Exception cause) when (cause is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw FileErrors.Unreadable(split.FilePath, position, cause);
        }
    }

    private static Stream OpenStream(FileSplit split, long position)
    {
        var file = new FileStream(split.FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        try
        {
            if (file.Length < split.Length)
                throw FileErrors.Shrunk(split, file.Length);
            if (split.IsCompressed)
                return OpenCompressed(split, file, position);

            file.Position = position;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static GZipStream OpenCompressed(FileSplit split, FileStream file, long position)
    {
        var stream = new GZipStream(file, CompressionMode.Decompress);
        var buffer = new byte[SkipBytes];
        for (var left = position; left > 0;)
        {
            var count = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (count == 0)
                throw FileErrors.Changed(split);
            left -= count;
        }

        return stream;
    }
}
