namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Sinks;
using Akka.Flink.State;

/// <summary>Writes records into files that become visible with checkpoints, each record exactly once. Made by
/// <see cref="FileSink"/>.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para><b>Output.</b> Files named <c>part-*</c>, complete and never changed once they are there. What is not committed yet has a name
/// that begins with a dot. No name is used twice, neither by another attempt nor by another run.</para>
/// <para><b>State.</b> A file ends at each checkpoint and is part of it; when the checkpoint is complete the file gets its name. After a
/// failure that is done again, and what later attempts have left behind is deleted.</para>
/// </remarks>
public sealed class FileSink<T> : ICommittingSink<T, FileCommittable, FileWriterState>
{
    private readonly FileSinkOptions<T> _options;

    internal FileSink(FileSinkOptions<T> options) => _options = options;

    /// <summary>Where the files go, as a full path.</summary>
    public string Folder => _options.Folder;

    /// <inheritdoc/>
    public ITypeSerializer<FileCommittable> CommittableSerializer => TypeSerializers.For<FileCommittable>();

    /// <inheritdoc/>
    public ITypeSerializer<FileWriterState> WriterStateSerializer => TypeSerializers.For<FileWriterState>();

    /// <inheritdoc/>
    public ICommittingSinkWriter<T, FileCommittable, FileWriterState> CreateWriter(
        ISinkContext context, IReadOnlyList<FileWriterState> restored)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(restored);

        var folder = new SinkFolder(_options.Folder, context);
        var lastRun = folder.Tidy();
        foreach (var state in restored)
            lastRun = Math.Max(lastRun, state.Run);
        var run = Math.Max(lastRun + 1, _options.Clock.GetUtcNow().ToUnixTimeSeconds());
        return new FileWriter<T>(context, _options, run);
    }

    /// <inheritdoc/>
    public ICommitter<FileCommittable> CreateCommitter(ISinkContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new FileCommitter(_options.Folder, context);
    }
}
