namespace Akka.Flink.Formats;

using Akka.Flink.Operators;
using Akka.Flink.Sources;

/// <summary>Deals with the malformed records of one reader as its source was told to.</summary>
/// <param name="policy">What to do with them.</param>
/// <param name="context">Where the reader runs.</param>
/// <remarks><para><b>Threads.</b> The reader's, within <see cref="ISourceReader{T}.TryPoll"/>.</para></remarks>
public sealed class MalformedRecordHandler(MalformedRecords policy, ISourceReaderContext context)
{
    private const long NoTimestamp = RecordBatch<MalformedRecord>.NoTimestamp;

    private readonly Counter _counter = context.Counter("malformedRecords");

    /// <summary>Counts a malformed record, then fails, passes over it or hands it to a side output.</summary>
    /// <param name="source">Where it stands: a file's path, or a topic with its partition.</param>
    /// <param name="position">Where in it it begins: a byte of the file, or an offset.</param>
    /// <param name="place">The position for people, such as <c>byte 2048, line 17</c>.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="cause">What is wrong with it.</param>
    /// <exception cref="JobException">The source fails on malformed records.</exception>
    public void Handle(string source, long position, string place, ReadOnlySpan<byte> bytes, Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);

        _counter.Inc();
        if (policy.Fails)
            throw FormatErrors.Malformed(context, source, place, cause);
        if (policy.Tag is { } tag)
            context.Collect(tag, new MalformedRecord(source, position, bytes.ToArray(), cause.Message), NoTimestamp);
    }
}
