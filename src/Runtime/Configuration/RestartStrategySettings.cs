namespace Akka.Flink.Runtime;

/// <summary>What follows a failed attempt: <c>restart-strategy</c>.</summary>
/// <remarks>Without checkpoints the default is <see cref="RestartStrategyKind.None"/>, with them
/// <see cref="RestartStrategyKind.ExponentialDelay"/>, as in Flink.</remarks>
internal sealed record RestartStrategySettings
{
    /// <summary><c>type</c>; null for the default.</summary>
    public RestartStrategyKind? Kind { get; init; }

    /// <summary><c>fixed-delay.attempts</c>.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary><c>fixed-delay.delay</c>, <c>failure-rate.delay</c>.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary><c>failure-rate.max-failures-per-interval</c>.</summary>
    public int MaxFailuresPerInterval { get; init; } = 1;

    /// <summary><c>failure-rate.failure-rate-interval</c>.</summary>
    public TimeSpan FailureRateInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary><c>exponential-delay.initial-backoff</c>.</summary>
    public TimeSpan InitialBackoff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary><c>exponential-delay.max-backoff</c>.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary><c>exponential-delay.backoff-multiplier</c>.</summary>
    public double BackoffMultiplier { get; init; } = 1.5;

    /// <summary><c>exponential-delay.reset-backoff-threshold</c>: how long an attempt must run to begin again with the initial
    /// delay.</summary>
    public TimeSpan ResetBackoffThreshold { get; init; } = TimeSpan.FromHours(1);

    /// <summary><c>exponential-delay.jitter-factor</c>.</summary>
    public double JitterFactor { get; init; } = 0.1;

    /// <summary><c>exponential-delay.attempts-before-reset-backoff</c>: how many are made before the job fails; the largest int for no
    /// end.</summary>
    public int AttemptsBeforeReset { get; init; } = int.MaxValue;
}
