namespace Akka.Flink.Sources;

/// <summary>A range of numbers that one reader goes through.</summary>
/// <param name="SplitId">Names it.</param>
/// <param name="Next">The next number.</param>
/// <param name="End">One more than the last number.</param>
public sealed record RangeSplit(string SplitId, long Next, long End) : ISourceSplit;
