namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Formats;

/// <summary>Builds a sink over files.</summary>
/// <typeparam name="T">The type of records.</typeparam>
public sealed class FileSinkBuilder<T>
{
    private readonly FileSinkOptions<T> _options;

    internal FileSinkBuilder(string folder, ISerializationFormat<T> format) => _options = new FileSinkOptions<T>(folder, format);

    /// <summary>Sets when a file ends and the next one begins, besides at each checkpoint.</summary>
    /// <param name="policy">By default <see cref="RollingPolicy.Default"/>.</param>
    /// <returns>This builder.</returns>
    public FileSinkBuilder<T> WithRollingPolicy(RollingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _options.Rolling = policy;
        return this;
    }

    /// <summary>Puts records into folders of their own.</summary>
    /// <param name="bucket">Names the folder of a record, given with its event time: relative to the sink's, with slashes where it lies
    /// deeper.</param>
    /// <returns>This builder.</returns>
    /// <remarks>Each folder has a file open between two checkpoints: keep their number small. A function that makes a new string for each
    /// record costs more than all else here.</remarks>
    public FileSinkBuilder<T> WithBuckets(Func<T, long, string> bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        _options.CreateBuckets = () => bucket;
        return this;
    }

    /// <summary>Puts records into a folder for each hour or day of their event time, in UTC.</summary>
    /// <param name="format">The folder's name, as a format of dates. By default one for each hour.</param>
    /// <returns>This builder.</returns>
    /// <remarks><para><b>Time.</b> A record without event time goes by the clock.</para>
    /// <para><b>Flink.</b> <c>DateTimeBucketAssigner</c>, which goes by the clock.</para></remarks>
    public FileSinkBuilder<T> WithDateBuckets(string format = "yyyy-MM-dd--HH")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(format);
        _options.CreateBuckets = () => new DateBuckets<T>(format, _options.Clock).BucketOf;
        return this;
    }

    /// <summary>Sets what the names of files end in.</summary>
    /// <param name="suffix">Such as <c>.json</c>; by default nothing.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="suffix"/> cannot be part of a file's name.</exception>
    public FileSinkBuilder<T> WithSuffix(string suffix)
    {
        ArgumentNullException.ThrowIfNull(suffix);
        if (suffix.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()))
            throw FileErrors.BadSuffix(suffix, nameof(suffix));

        _options.Suffix = suffix;
        return this;
    }

    /// <summary>Makes the sink.</summary>
    /// <returns>The sink.</returns>
    public FileSink<T> Build() => new(_options with { });

    internal FileSinkBuilder<T> Clock(TimeProvider clock)
    {
        _options.Clock = clock;
        return this;
    }
}
