namespace Akka.Flink.Jobs.Latency;

using Akka.Flink.Jobs.Engine;

/// <summary>Count and sum of a window of paced events.</summary>
internal sealed class AddUpPaced : IAggregateFunction<PacedEvent, CountAndSum, CountAndSum>
{
    public CountAndSum CreateAccumulator() => default;

    public CountAndSum Add(PacedEvent value, CountAndSum accumulator)
    {
        accumulator.Count++;
        accumulator.Sum += value.Value;
        return accumulator;
    }

    public CountAndSum GetResult(CountAndSum accumulator) => accumulator;

    public CountAndSum Merge(CountAndSum left, CountAndSum right)
    {
        left.Count += right.Count;
        left.Sum += right.Sum;
        return left;
    }
}
