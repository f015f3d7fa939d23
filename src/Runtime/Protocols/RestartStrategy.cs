namespace Akka.Flink.Runtime;

/// <summary>Decides after each failure whether another attempt follows, and how soon.</summary>
/// <remarks><para><b>Flink.</b> <c>RestartBackoffTimeStrategy</c> and its kinds.</para></remarks>
internal static class RestartStrategy
{
    /// <summary>Takes a failure.</summary>
    /// <param name="settings">The strategy.</param>
    /// <param name="hasCheckpoints">Whether the job takes checkpoints: decides the default.</param>
    /// <param name="state">What the strategy remembers.</param>
    /// <param name="seed">Where jitter comes from: the same seed gives the same delays.</param>
    /// <param name="nowMs">When it failed.</param>
    /// <param name="isNodeLost">Whether a node was lost. Nothing gets better by waiting then, so after a calm time the exponential delay
    /// begins behind the first attempt, which follows at once.</param>
    /// <returns>What the strategy remembers now, and how long to wait; null when the job has failed.</returns>
    public static (RestartState State, TimeSpan? Delay) Next(
        RestartStrategySettings settings, bool hasCheckpoints, RestartState state, long seed, long nowMs,
        bool isNodeLost = false)
    {
        var kind = settings.Kind ?? (hasCheckpoints ? RestartStrategyKind.ExponentialDelay : RestartStrategyKind.None);
        return kind switch
        {
            RestartStrategyKind.FixedDelay => Fixed(settings, state),
            RestartStrategyKind.FailureRate => ByRate(settings, state, nowMs),
            RestartStrategyKind.ExponentialDelay => Exponential(settings, state, seed, nowMs, isNodeLost),
            _ => (state, null),
        };
    }

    private static (RestartState, TimeSpan?) Fixed(RestartStrategySettings settings, RestartState state) =>
        state.Restarts < settings.Attempts ? (state with { Restarts = state.Restarts + 1 }, settings.Delay) : (state, null);

    private static (RestartState, TimeSpan?) ByRate(RestartStrategySettings settings, RestartState state, long nowMs)
    {
        var recent = state.RecentMs;
        var count = 1;
        while (!recent.IsEmpty && nowMs - recent.Peek() > settings.FailureRateInterval.TotalMilliseconds)
            recent = recent.Dequeue();
        foreach (var _ in recent)
            count++;

        return count > settings.MaxFailuresPerInterval
            ? (state, null)
            : (state with { RecentMs = recent.Enqueue(nowMs), Restarts = state.Restarts + 1 }, settings.Delay);
    }

    private static (RestartState, TimeSpan?) Exponential(
        RestartStrategySettings settings, RestartState state, long seed, long nowMs, bool isNodeLost)
    {
        var isCalm = state.LastFailureMs == long.MinValue
            || nowMs - state.LastFailureMs >= (settings.ResetBackoffThreshold + state.Backoff).TotalMilliseconds;
        if (!isCalm && state.Restarts >= settings.AttemptsBeforeReset)
            return (state, null);

        var backoff = isCalm || state.Backoff == TimeSpan.Zero
            ? settings.InitialBackoff
            : Min(state.Backoff * settings.BackoffMultiplier, settings.MaxBackoff);
        var restarts = isCalm ? 1 : state.Restarts + 1;
        state = state with { Restarts = restarts, Backoff = backoff, LastFailureMs = nowMs };
        return (state, isNodeLost && isCalm ? TimeSpan.Zero : Jittered(settings, backoff, seed, restarts));
    }

    private static TimeSpan Jittered(RestartStrategySettings settings, TimeSpan backoff, long seed, int restarts)
    {
        var share = (2 * Fraction(unchecked((ulong)seed + (ulong)restarts))) - 1;
        return Min(backoff + (backoff * (settings.JitterFactor * share)), settings.MaxBackoff);
    }

    // SplitMix64: one step from any number to one that looks like chance.
    private static double Fraction(ulong number)
    {
        number = unchecked(number * 0x9E3779B97F4A7C15 + 0x9E3779B97F4A7C15);
        number = unchecked((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9);
        number = unchecked((number ^ (number >> 27)) * 0x94D049BB133111EB);
        return ((number ^ (number >> 31)) >> 11) * (1.0 / (1L << 53));
    }

    private static TimeSpan Min(TimeSpan first, TimeSpan second) => first < second ? first : second;
}
