namespace Akka.Flink.Connectors.DataGen;

using Akka.Flink.Sources;

/// <summary>Limits how fast sources are read.</summary>
public static class SourceRate
{
    /// <summary>A source that is read at a limited rate.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="source">The source, of any kind.</param>
    /// <param name="recordsPerSecond">How many records a second of all subtasks together; more than zero.</param>
    /// <returns>The source; its splits and its state are those of <paramref name="source"/>, so that the limit can be changed, added or
    /// removed when a job goes on.</returns>
    /// <remarks>
    /// <para><b>Time.</b> By the system's clock. What was not used in a tenth of a second is lost: there are no bursts.</para>
    /// <para><b>Threads.</b> Each subtask brings its share; the subtasks of one process put theirs together, so that one with much to read
    /// uses what others leave.</para>
    /// <para><b>Flink.</b> <c>RateLimiterStrategy.perSecond</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recordsPerSecond"/> is not a positive number.</exception>
    public static ISource<T> WithRate<T>(this ISource<T> source, double recordsPerSecond) =>
        source.WithRate(recordsPerSecond, TimeProvider.System);

    internal static ISource<T> WithRate<T>(this ISource<T> source, double recordsPerSecond, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!double.IsFinite(recordsPerSecond))
            throw DataGenErrors.NoRate(recordsPerSecond, nameof(recordsPerSecond));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(recordsPerSecond);

        return source.Behind(new RateLimiter(recordsPerSecond, clock));
    }
}
