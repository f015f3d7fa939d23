namespace Akka.Flink.Jobs.Engine;

/// <summary>Count and sum of a window.</summary>
internal sealed class AddUp : IAggregateFunction<Event, CountAndSum, CountAndSum>
{
    public CountAndSum CreateAccumulator() => default;

    public CountAndSum Add(Event value, CountAndSum accumulator)
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
