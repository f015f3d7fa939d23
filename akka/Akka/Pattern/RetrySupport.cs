namespace Akka.Pattern;

using Akka.Actor;
using Akka.Util;

/// <summary>Tries until it works or the attempts are used up.</summary>
public static class RetrySupport
{
    public static Task<T> Retry<T>(Func<Task<T>> attempt, int attempts) => Retry(attempt, attempts, _ => Option<TimeSpan>.None, null);

    public static Task<T> Retry<T>(
        Func<Task<T>> attempt, int attempts, TimeSpan minBackoff, TimeSpan maxBackoff, int randomFactor, IScheduler scheduler)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minBackoff, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBackoff, minBackoff);
        ArgumentOutOfRangeException.ThrowIfNegative(randomFactor);

        return Retry(attempt, attempts, tried => BackoffDelay.Calculate(tried, minBackoff, maxBackoff, randomFactor), scheduler);
    }

    public static Task<T> Retry<T>(Func<Task<T>> attempt, int attempts, TimeSpan delay, IScheduler scheduler) =>
        Retry(attempt, attempts, _ => delay, scheduler);

    public static async Task<T> Retry<T>(
        Func<Task<T>> attempt, int attempts, Func<int, Option<TimeSpan>> delayFunction, IScheduler scheduler)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentOutOfRangeException.ThrowIfNegative(attempts);

        for (var tried = 1; ; tried++)
        {
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (Exception) when (tried < attempts)
            {
                var delay = delayFunction(tried);
                if (delay.HasValue)
                    await FutureTimeoutSupport.After(delay.Value, scheduler, Nothing).ConfigureAwait(false);
            }
        }
    }

    private static Task<Done> Nothing() => Task.FromResult(Done.Instance);
}
