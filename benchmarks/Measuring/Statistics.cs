namespace Akka.Flink.Measuring;

/// <summary>What many figures come to.</summary>
public static class Statistics
{
    /// <summary>The median: of an even number of figures, the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
