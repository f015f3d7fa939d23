namespace Akka.Flink.Testing;

using Akka.Flink.Runtime;

/// <summary>Drops what is appended from the first chunk on that comes while writing fails, and says so, as a full disk does.</summary>
/// <param name="writer">The real writer.</param>
/// <param name="faults">Whether writing fails.</param>
/// <param name="persisted">Told of the failure.</param>
internal sealed class FailingSegmentWriter(ISegmentWriter writer, CheckpointFaults faults, Action<SegmentProgress> persisted)
    : ISegmentWriter
{
    private long _dropped;

    public SegmentId Segment => writer.Segment;

    public long Appended => writer.Appended + _dropped;

    public bool IsWritable => writer.IsWritable;

    public long Append(ReadOnlySpan<byte> chunk)
    {
        if (_dropped == 0 && !faults.Fail)
            return writer.Append(chunk);

        if (_dropped++ == 0)
            persisted(new SegmentProgress(Segment, writer.Appended, TestingErrors.CheckpointsFail(Segment.Value)));
        return Appended;
    }

    public void Close() => writer.Close();
}
