namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Formats;

/// <summary>Begins to build sinks over files.</summary>
/// <remarks><para><b>Flink.</b> <c>FileSink</c>.</para></remarks>
public static class FileSink
{
    /// <summary>A sink that writes each record as a line of text, in UTF-8.</summary>
    /// <param name="folder">Where the files go; made if it is not there.</param>
    /// <returns>What builds the sink.</returns>
    public static FileSinkBuilder<string> ForLines(string folder) => ForRecords(folder, RawFormat.Text);

    /// <summary>A sink that writes each record on a line.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="folder">Where the files go; made if it is not there.</param>
    /// <param name="format">How records are written, such as <c>JsonFormat.Of&lt;PageViews&gt;()</c>. What it writes holds no end of
    /// a line.</param>
    /// <returns>What builds the sink.</returns>
    public static FileSinkBuilder<T> ForRecords<T>(string folder, ISerializationFormat<T> format)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(format);
        return new FileSinkBuilder<T>(Path.GetFullPath(folder), format);
    }
}
