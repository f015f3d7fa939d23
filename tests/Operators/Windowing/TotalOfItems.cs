namespace Akka.Flink.Operators.Tests.Windowing;

/// <summary>Adds up in place, and spoils what it merges, as it may.</summary>
public sealed class TotalOfItems : IAggregateFunction<Item, Total, Total>
{
    /// <summary>A sum that has no result.</summary>
    public const long Unlucky = -13;

    public Total CreateAccumulator() => new();

    public Total Add(Item value, Total accumulator)
    {
        accumulator.Sum += value.Value;
        accumulator.Count++;
        return accumulator;
    }

    public Total GetResult(Total accumulator) => accumulator.Sum == Unlucky ? throw new InvalidOperationException("Unlucky.") : accumulator;

    public Total Merge(Total left, Total right)
    {
        left.Sum += right.Sum;
        left.Count += right.Count;
        right.Sum = long.MinValue;
        return left;
    }
}
