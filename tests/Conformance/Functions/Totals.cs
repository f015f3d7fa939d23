namespace Akka.Flink.Conformance.Tests;

/// <summary>Count, sum, smallest and largest of the values of a key.</summary>
public sealed record Totals(string? Key, long Count, long Sum, long Min, long Max)
{
    public static readonly Totals Empty = new(null, 0, 0, long.MaxValue, long.MinValue);

    public Totals With(long value) => new(Key, Count + 1, unchecked(Sum + value), Math.Min(Min, value), Math.Max(Max, value));

    public Totals With(Totals other) =>
        new(Key ?? other.Key, Count + other.Count, unchecked(Sum + other.Sum), Math.Min(Min, other.Min), Math.Max(Max, other.Max));
}
