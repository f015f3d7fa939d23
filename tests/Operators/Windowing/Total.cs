namespace Akka.Flink.Operators.Tests.Windowing;

/// <summary>An accumulator that changes in place.</summary>
public sealed class Total
{
    public long Sum { get; set; }

    public long Count { get; set; }
}
