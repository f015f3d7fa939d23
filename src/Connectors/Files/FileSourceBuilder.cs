namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Formats;

/// <summary>Builds a source over files.</summary>
/// <typeparam name="T">The type of records.</typeparam>
public sealed class FileSourceBuilder<T>
{
    private readonly FileSourceOptions<T> _options;

    internal FileSourceBuilder(IDeserializationFormat<T> format, IReadOnlyList<string> paths) =>
        _options = new FileSourceOptions<T>(format, [.. paths.Select(Path.GetFullPath)]);

    /// <summary>Reads folders with all that lies below them, too. By default only the files directly in them.</summary>
    /// <returns>This builder.</returns>
    public FileSourceBuilder<T> Recursive()
    {
        _options.IsRecursive = true;
        return this;
    }

    /// <summary>Goes on for ever and looks for new files.</summary>
    /// <param name="interval">How often to look; more than zero.</param>
    /// <returns>This builder.</returns>
    /// <remarks>
    /// <para><b>Output.</b> A file is read once it has not changed for an interval. One that changes after it was read counts as a new one
    /// and is read again as a whole: put complete files there, under names of their own.</para>
    /// <para><b>State.</b> Path, length and time of each file that was read, as long as it lies there.</para>
    /// <para><b>Flink.</b> <c>monitorContinuously</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is zero or negative.</exception>
    public FileSourceBuilder<T> MonitorContinuously(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        _options.Interval = interval;
        return this;
    }

    /// <summary>Sets what is done with bytes that cannot be read as a record.</summary>
    /// <param name="policy">By default <see cref="MalformedRecords.Fail"/>. <c>akka.flink.connectors.malformed-records</c>
    /// overrides it.</param>
    /// <returns>This builder.</returns>
    public FileSourceBuilder<T> OnMalformedRecords(MalformedRecords policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _options.Malformed = policy;
        return this;
    }

    /// <summary>Sets how large the parts are in which several subtasks read one file at the same time.</summary>
    /// <param name="sizeBytes">At least 1. Default: 16 MiB.</param>
    /// <returns>This builder.</returns>
    /// <remarks>Compressed files, and CSV with line breaks in quotes, are never divided; nor is anything at parallelism 1.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sizeBytes"/> is less than 1.</exception>
    public FileSourceBuilder<T> SplitSize(long sizeBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sizeBytes, 1);
        _options.SplitSizeBytes = sizeBytes;
        return this;
    }

    /// <summary>Makes the source.</summary>
    /// <returns>The source.</returns>
    public FileSource<T> Build() => new(_options with { });

    internal FileSourceBuilder<T> Clock(TimeProvider clock)
    {
        _options.Clock = clock;
        return this;
    }
}
