namespace Akka.Flink.Sources;

/// <summary>Makes records by their numbers, many at a time.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="first">The number of the first one.</param>
/// <param name="count">How many at most.</param>
/// <param name="batch">Receives them; empty, with room for <paramref name="count"/>. Fewer, but at least one, may be made, so that a
/// watermark can go behind them.</param>
public delegate void GenerateBatch<T>(long first, int count, SourceBatch<T> batch);
