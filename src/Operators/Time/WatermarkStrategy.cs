namespace Akka.Flink;

/// <summary>Makes watermark strategies.</summary>
/// <remarks><para><b>Flink.</b> The static methods of <c>WatermarkStrategy</c>.</para></remarks>
public static class WatermarkStrategy
{
    /// <summary>For records that are out of order by a bound at most: the watermark is the largest timestamp, less the bound, less one
    /// millisecond.</summary>
    /// <typeparam name="T">The records' type.</typeparam>
    /// <param name="maxOutOfOrderness">The bound; not negative.</param>
    /// <returns>The strategy; records keep the timestamps of their source until <see cref="WatermarkStrategy{T}.WithTimestampAssigner"/>
    /// says otherwise.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxOutOfOrderness"/> is negative.</exception>
    public static WatermarkStrategy<T> ForBoundedOutOfOrderness<T>(TimeSpan maxOutOfOrderness)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxOutOfOrderness, TimeSpan.Zero);

        var boundMs = (long)maxOutOfOrderness.TotalMilliseconds;
        return ForGenerator(() => new BoundedOutOfOrdernessWatermarks<T>(boundMs));
    }

    /// <summary>For records whose timestamps never fall: the watermark is the largest timestamp, less one millisecond.</summary>
    /// <typeparam name="T">The records' type.</typeparam>
    /// <returns>The strategy.</returns>
    public static WatermarkStrategy<T> ForMonotonousTimestamps<T>() => ForBoundedOutOfOrderness<T>(TimeSpan.Zero);

    /// <summary>For streams that are not used in event time.</summary>
    /// <typeparam name="T">The records' type.</typeparam>
    /// <returns>The strategy.</returns>
    public static WatermarkStrategy<T> NoWatermarks<T>() => new(() => new NoWatermarksGenerator<T>()) { MakesNoWatermarks = true };

    /// <summary>With a generator of one's own.</summary>
    /// <typeparam name="T">The records' type.</typeparam>
    /// <param name="generator">Makes a generator; called once for each subtask or split.</param>
    /// <returns>The strategy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="generator"/> is null.</exception>
    public static WatermarkStrategy<T> ForGenerator<T>(Func<IWatermarkGenerator<T>> generator) =>
        new(generator ?? throw new ArgumentNullException(nameof(generator)));
}
