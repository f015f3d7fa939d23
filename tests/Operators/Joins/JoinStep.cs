namespace Akka.Flink.Operators.Tests.Joins;

/// <summary>A step of a script: a record on one side, a watermark on both, or a snapshot that is restored, at some
/// parallelism.</summary>
public abstract record JoinStep
{
    public sealed record Record(bool IsLeft, string Key, long TimestampMs) : JoinStep;

    public sealed record Watermark(long TimestampMs) : JoinStep;

    public sealed record Restore(int Parallelism = 1) : JoinStep;
}
