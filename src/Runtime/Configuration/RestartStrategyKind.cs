namespace Akka.Flink.Runtime;

/// <summary>How restarts are spaced and limited.</summary>
internal enum RestartStrategyKind
{
    /// <summary><c>none</c>: the job fails.</summary>
    None,

    /// <summary><c>fixed-delay</c>: a number of attempts, a fixed time apart.</summary>
    FixedDelay,

    /// <summary><c>failure-rate</c>: as long as there are not too many in an interval.</summary>
    FailureRate,

    /// <summary><c>exponential-delay</c>: further and further apart.</summary>
    ExponentialDelay,
}
