namespace Akka.Flink.Operators.Tests.Windowing;

/// <summary>A step of a script: records, a watermark, a step of the clock, or a snapshot that is restored at another parallelism.</summary>
public abstract record WindowStep
{
    public sealed record Records(params (Item Value, long TimestampMs)[] All) : WindowStep
    {
        public override string ToString() => string.Join(" ", All.Select(each => $"{each.Value.Key}{each.Value.Value}@{each.TimestampMs}"));
    }

    public sealed record Watermark(long TimestampMs) : WindowStep;

    public sealed record Restore(int Parallelism) : WindowStep;

    public sealed record Snapshot : WindowStep;

    public sealed record Clock(long ByMs) : WindowStep;
}
