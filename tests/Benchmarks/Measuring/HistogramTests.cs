namespace Akka.Flink.Benchmarks.Tests.Measuring;

using Akka.Flink.Measuring;
using FsCheck;
using FsCheck.Fluent;

public sealed class HistogramTests
{
    private static readonly double[] Fractions = [0.0, 0.25, 0.5, 0.9, 0.99, 0.999, 1.0];

    private static readonly Arbitrary<long[]> Values =
        (from bits in Gen.Choose(0, 62)
         from low in Gen.Choose(0, int.MaxValue)
         select ((1L << bits) - 1) & (((long)low << 31) | (uint)low)).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();

    [Fact]
    public void A_percentile_is_never_below_the_true_one_and_at_most_one_part_in_128_above() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Values, values =>
        {
            var histogram = new Histogram();
            foreach (var value in values)
                histogram.Add(value);

            Array.Sort(values);
            foreach (var fraction in Fractions)
            {
                var exact = values[Math.Max(0, (int)Math.Ceiling(fraction * values.Length) - 1)];
                Assert.InRange(histogram.Percentile(fraction), exact, exact + (exact / 128));
            }
        }));

    [Fact]
    public void Two_histograms_add_up()
    {
        var (left, right) = (new Histogram(), new Histogram());
        left.Add(5, times: 3);
        right.Add(1_000_000);

        left.Add(right);

        Assert.Equal((4, 5, 1_000_000), (left.Count, left.Percentile(0.75), left.Max));
    }

    [Fact]
    public void The_largest_value_there_is_has_a_bucket()
    {
        var histogram = new Histogram();
        histogram.Add(long.MaxValue);
        histogram.Add(-1);

        Assert.Equal((0, long.MaxValue), (histogram.Percentile(0.5), histogram.Percentile(1)));
    }
}
