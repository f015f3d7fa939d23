namespace Akka.Flink.Conformance.Tests;

/// <summary>Counts, adds and compares values.</summary>
internal sealed class TotalsFunction : IAggregateFunction<Item, Totals, Totals>
{
    public Totals CreateAccumulator() => Totals.Empty;

    public Totals Add(Item value, Totals accumulator) => accumulator.With(value.Value) with { Key = value.Key };

    public Totals GetResult(Totals accumulator) => accumulator;

    public Totals Merge(Totals left, Totals right) => left.With(right);
}
