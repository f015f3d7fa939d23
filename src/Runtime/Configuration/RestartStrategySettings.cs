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

    /// <summary>Reads the section.</summary>
    /// <param name="reader">What is configured.</param>
    public static RestartStrategySettings From(SettingsReader reader)
    {
        var kind = reader.Choice<RestartStrategyKind?>(
            "restart-strategy.type",
            ("default", null),
            ("none", RestartStrategyKind.None),
            ("fixed-delay", RestartStrategyKind.FixedDelay),
            ("failure-rate", RestartStrategyKind.FailureRate),
            ("exponential-delay", RestartStrategyKind.ExponentialDelay));
        var fixedDelay = reader.Duration("restart-strategy.fixed-delay.delay", TimeSpan.Zero);
        var rateDelay = reader.Duration("restart-strategy.failure-rate.delay", TimeSpan.Zero);
        var exponential = Exponential(reader);
        return exponential with
        {
            Kind = kind,
            Attempts = reader.Number("restart-strategy.fixed-delay.attempts", 0, int.MaxValue),
            Delay = kind == RestartStrategyKind.FailureRate ? rateDelay : fixedDelay,
            MaxFailuresPerInterval = reader.Number("restart-strategy.failure-rate.max-failures-per-interval", 1, int.MaxValue),
            FailureRateInterval = reader.Duration("restart-strategy.failure-rate.failure-rate-interval", TimeSpan.FromMilliseconds(1)),
        };
    }

    private static RestartStrategySettings Exponential(SettingsReader reader)
    {
        var settings = new RestartStrategySettings
        {
            InitialBackoff = reader.Duration("restart-strategy.exponential-delay.initial-backoff", TimeSpan.FromMilliseconds(1)),
            MaxBackoff = reader.Duration("restart-strategy.exponential-delay.max-backoff", TimeSpan.FromMilliseconds(1)),
            BackoffMultiplier = reader.Fraction("restart-strategy.exponential-delay.backoff-multiplier", 1, 100),
            ResetBackoffThreshold =
                reader.Duration("restart-strategy.exponential-delay.reset-backoff-threshold", TimeSpan.FromMilliseconds(1)),
            JitterFactor = reader.Fraction("restart-strategy.exponential-delay.jitter-factor", 0, 1),
            AttemptsBeforeReset = reader.Number("restart-strategy.exponential-delay.attempts-before-reset-backoff", 1, int.MaxValue),
        };
        if (settings.MaxBackoff < settings.InitialBackoff)
        {
            reader.Contradict(
                "restart-strategy.exponential-delay.max-backoff",
                "restart-strategy.exponential-delay.initial-backoff",
                "Let the longest wait be no shorter than the first.");
        }

        return settings;
    }
}
