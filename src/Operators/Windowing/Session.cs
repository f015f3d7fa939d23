namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>A session of a key.</summary>
/// <typeparam name="TAccumulator">What is kept for it.</typeparam>
internal struct Session<TAccumulator>
{
    /// <summary>The first record's timestamp.</summary>
    public long StartMs;

    /// <summary>The last record's timestamp plus the gap.</summary>
    public long EndMs;

    /// <summary>Whether it will fire at its end; false once it has, and is kept for late records only.</summary>
    public bool IsPending;

    /// <summary>What is kept for it.</summary>
    public TAccumulator Accumulator;

    /// <summary>The session as a window.</summary>
    public readonly TimeWindow Window => new(StartMs, EndMs);
}
