namespace Akka.Flink.Operators.Tests.Time;

/// <summary>Something that comes over one of several channels.</summary>
internal abstract record ValveStep(int Channel)
{
    public sealed record Watermark(int Channel, long Ms) : ValveStep(Channel);

    public sealed record Idle(int Channel) : ValveStep(Channel);

    public sealed record Active(int Channel) : ValveStep(Channel);
}
