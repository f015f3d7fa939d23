namespace Akka.Flink;

/// <summary>How a stream gets its timestamps and watermarks.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <remarks><para>Immutable; each method answers with a changed copy.</para><para><b>Flink.</b> <c>WatermarkStrategy</c>.</para></remarks>
public sealed class WatermarkStrategy<T>
{
    internal WatermarkStrategy(Func<IWatermarkGenerator<T>> generator) => Generator = generator;

    private WatermarkStrategy(WatermarkStrategy<T> other)
    {
        Generator = other.Generator;
        TimestampAssigner = other.TimestampAssigner;
        IdleTimeout = other.IdleTimeout;
        MakesNoWatermarks = other.MakesNoWatermarks;
    }

    /// <summary>Makes a generator for each subtask or split.</summary>
    internal Func<IWatermarkGenerator<T>> Generator { get; }

    /// <summary>Whether there is nothing to do: records keep their timestamps, and no watermarks are made.</summary>
    internal bool IsNone => MakesNoWatermarks && TimestampAssigner is null && IdleTimeout is null;

    /// <summary>Whether the generator does nothing.</summary>
    internal bool MakesNoWatermarks { get; init; }

    /// <summary>Gives a record its timestamp, from the record and the timestamp that it has; null to keep that.</summary>
    internal Func<T, long, long>? TimestampAssigner { get; private init; }

    /// <summary>After how long without records a stream is idle; null never.</summary>
    internal TimeSpan? IdleTimeout { get; private init; }

    /// <summary>Takes the timestamps from the records.</summary>
    /// <param name="assigner">Gives the timestamp in milliseconds since the epoch, from the record and the timestamp that the source gave
    /// it (the smallest long if none).</param>
    /// <returns>The changed strategy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assigner"/> is null.</exception>
    public WatermarkStrategy<T> WithTimestampAssigner(Func<T, long, long> assigner) =>
        new(this) { TimestampAssigner = assigner ?? throw new ArgumentNullException(nameof(assigner)) };

    /// <summary>Marks the stream idle when no record has come for longer than a time, so that nobody waits for its watermark.</summary>
    /// <param name="timeout">The time, of the clock; more than zero. Time that the stream is held back from downstream does not
    /// count.</param>
    /// <returns>The changed strategy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is zero or negative.</exception>
    public WatermarkStrategy<T> WithIdleness(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        return new(this) { IdleTimeout = timeout };
    }
}
