namespace Akka.Flink.Operators;

/// <summary>Which right records a left one meets: those whose timestamps are at least its own plus <paramref name="LowerMs"/> and at most
/// its own plus <paramref name="UpperMs"/>.</summary>
/// <param name="LowerMs">The lower bound, inclusive.</param>
/// <param name="UpperMs">The upper bound, inclusive; one less than the lower one where nothing meets.</param>
internal readonly record struct IntervalBounds(long LowerMs, long UpperMs);
