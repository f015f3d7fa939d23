namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Formats;

/// <summary>Begins to build sources over files.</summary>
/// <remarks><para><b>Flink.</b> <c>FileSource</c>.</para></remarks>
public static class FileSource
{
    /// <summary>A source of the lines of text files, in UTF-8, without their ends.</summary>
    /// <param name="paths">Files, or folders of them; at least one.</param>
    /// <returns>What builds the source.</returns>
    public static FileSourceBuilder<string> ForLines(params string[] paths) => ForRecords(RawFormat.Text, paths);

    /// <summary>A source of the records in files.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="format">How records are read, such as <c>JsonFormat.Of&lt;Click&gt;()</c>: one on each line.</param>
    /// <param name="paths">Files, or folders of them; at least one. What ends in <c>.gz</c> is decompressed. In folders, names that begin
    /// with a dot or an underscore are passed over.</param>
    /// <returns>What builds the source.</returns>
    /// <exception cref="ArgumentException"><paramref name="paths"/> is empty, or one of them is.</exception>
    public static FileSourceBuilder<T> ForRecords<T>(IDeserializationFormat<T> format, params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Length == 0)
            throw FileErrors.NoPaths(nameof(paths));
        foreach (var path in paths)
            ArgumentException.ThrowIfNullOrWhiteSpace(path, nameof(paths));

        return new FileSourceBuilder<T>(format, paths);
    }
}
