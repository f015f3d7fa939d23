namespace Akka.Flink.Functions;

using Akka.Flink.Operators;

/// <summary>Makes strategies for trying asynchronous calls again.</summary>
/// <remarks><para><b>Flink.</b> <c>AsyncRetryStrategies</c>.</para></remarks>
public static class AsyncRetryStrategies
{
    /// <summary>After the same time each time.</summary>
    /// <typeparam name="T">The type of results.</typeparam>
    /// <param name="maxAttempts">How often to try again at most: 2 makes three attempts. At least 1.</param>
    /// <param name="delay">The time; not negative.</param>
    /// <returns>The strategy; it tries nothing again until <see cref="AsyncRetryStrategy{T}.IfResult"/> or
    /// <see cref="AsyncRetryStrategy{T}.IfException"/> says what.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    public static AsyncRetryStrategy<T> FixedDelay<T>(int maxAttempts, TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new AsyncRetryStrategy<T>(maxAttempts, _ => delay);
    }

    /// <summary>After a time that grows each time.</summary>
    /// <typeparam name="T">The type of results.</typeparam>
    /// <param name="maxAttempts">How often to try again at most: 2 makes three attempts. At least 1.</param>
    /// <param name="initialDelay">The first time; more than zero.</param>
    /// <param name="maxDelay">What it grows to at most; not less than <paramref name="initialDelay"/>.</param>
    /// <param name="multiplier">How many times as long it is each time; at least 1.</param>
    /// <returns>The strategy; it tries nothing again until <see cref="AsyncRetryStrategy{T}.IfResult"/> or
    /// <see cref="AsyncRetryStrategy{T}.IfException"/> says what.</returns>
    /// <remarks><para><b>Flink.</b> <c>ExponentialBackoffDelayRetryStrategy</c>; here records do not share the time that has
    /// grown.</para></remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    public static AsyncRetryStrategy<T> ExponentialBackoff<T>(
        int maxAttempts, TimeSpan initialDelay, TimeSpan maxDelay, double multiplier)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(initialDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDelay, initialDelay);
        ArgumentOutOfRangeException.ThrowIfLessThan(multiplier, 1);
        return new AsyncRetryStrategy<T>(
            maxAttempts, attempts => Grown(initialDelay, maxDelay, multiplier, attempts));
    }

    private static TimeSpan Grown(TimeSpan initialDelay, TimeSpan maxDelay, double multiplier, int attempts)
    {
        var ticks = initialDelay.Ticks * Math.Pow(multiplier, attempts - 1);
        return ticks >= maxDelay.Ticks ? maxDelay : TimeSpan.FromTicks((long)ticks);
    }
}
