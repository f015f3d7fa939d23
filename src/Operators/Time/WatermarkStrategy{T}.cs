namespace Akka.Flink;

using Akka.Flink.Operators;

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
        Alignment = other.Alignment;
        MakesNoWatermarks = other.MakesNoWatermarks;
    }

    /// <summary>Makes a generator for each subtask or split.</summary>
    internal Func<IWatermarkGenerator<T>> Generator { get; }

    /// <summary>Whether there is nothing to do: records keep their timestamps, and no watermarks are made.</summary>
    internal bool IsNone => MakesNoWatermarks && TimestampAssigner is null && IdleTimeout is null && Alignment is null;

    /// <summary>Whether the generator does nothing.</summary>
    internal bool MakesNoWatermarks { get; init; }

    /// <summary>Gives a record its timestamp, from the record and the timestamp that it has; null to keep that.</summary>
    internal Func<T, long, long>? TimestampAssigner { get; private init; }

    /// <summary>After how long without records a stream is idle; null never.</summary>
    internal TimeSpan? IdleTimeout { get; private init; }

    /// <summary>How the source waits for others; null not at all.</summary>
    internal WatermarkAlignment? Alignment { get; private init; }

    /// <summary>Has the sources of a group wait for each other: one whose watermark is too far ahead is not asked for records until the
    /// others
    /// have caught up.</summary>
    /// <param name="group">Which sources wait for each other: those of the job with the same group.</param>
    /// <param name="maxDrift">How far a watermark may be ahead of the smallest one of the group; not negative.</param>
    /// <param name="updateInterval">How often watermarks are compared; null for a second. More often costs messages.</param>
    /// <returns>The changed strategy.</returns>
    /// <remarks>
    /// <para><b>Output.</b> Nothing is dropped. A source that waits still takes part in checkpoints; idle and finished ones hold nobody
    /// back.</para>
    /// <para><b>Time.</b> A reader that can (see <see cref="Sources.ISplitPausing"/>) lets only those of its splits wait that are ahead;
    /// others
    /// wait as a whole, when all of their splits are. Time spent waiting does not count towards idleness.</para>
    /// <para><b>Flink.</b> <c>withWatermarkAlignment</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="group"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is out of its bounds.</exception>
    /// <example><code source="samples/Docs/Alignment.cs" region="alignment" /></example>
    public WatermarkStrategy<T> WithWatermarkAlignment(string group, TimeSpan maxDrift, TimeSpan? updateInterval = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(group);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDrift, TimeSpan.Zero);
        var interval = updateInterval ?? TimeSpan.FromSeconds(1);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMilliseconds(1), nameof(updateInterval));
        return new(this) { Alignment = new WatermarkAlignment(group, (long)maxDrift.TotalMilliseconds, interval) };
    }

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
