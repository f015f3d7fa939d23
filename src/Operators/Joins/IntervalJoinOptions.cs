namespace Akka.Flink.Operators;

/// <summary>How an interval join joins.</summary>
/// <typeparam name="TLeft">The type of the left stream.</typeparam>
/// <typeparam name="TRight">The type of the right stream.</typeparam>
/// <param name="Bounds">What meets.</param>
/// <param name="LeftLate">Where late records of the left stream go; null drops them.</param>
/// <param name="RightLate">Where late records of the right stream go; null drops them.</param>
internal sealed record IntervalJoinOptions<TLeft, TRight>(IntervalBounds Bounds, OutputTag<TLeft>? LeftLate, OutputTag<TRight>? RightLate);
