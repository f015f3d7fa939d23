namespace Akka.Flink.Sources;

using System.Globalization;

/// <summary>A range of numbers that one reader goes through.</summary>
/// <param name="SplitId">Names it.</param>
/// <param name="Next">The next number.</param>
/// <param name="End">One more than the last number.</param>
public sealed record RangeSplit(string SplitId, long Next, long End) : ISourceSplit
{
    /// <inheritdoc/>
    public string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"range {SplitId} at record {Next:N0} of those before {End:N0}");
}
