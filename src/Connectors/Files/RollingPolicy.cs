namespace Akka.Flink.Connectors.Files;

/// <summary>When a sink ends a file and begins the next one, besides at each checkpoint.</summary>
/// <remarks><para><b>Flink.</b> <c>RollingPolicy</c>; as there for bulk formats, a file never goes on over a checkpoint.</para></remarks>
public sealed record RollingPolicy
{
    private RollingPolicy()
    {
    }

    /// <summary>At 128 MiB, whatever its age.</summary>
    public static RollingPolicy Default { get; } = new();

    /// <summary>How large a file may grow, in bytes; the record that reaches it is its last. Default: 128 MiB.</summary>
    public long MaxSizeBytes { get; private init; } = 128 << 20;

    /// <summary>How old a file may grow; looked at when a record comes. Default: for ever.</summary>
    public TimeSpan MaxAge { get; private init; } = TimeSpan.MaxValue;

    /// <summary>This policy with another size.</summary>
    /// <param name="sizeBytes">At least 1.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sizeBytes"/> is less than 1.</exception>
    public RollingPolicy WithMaxSize(long sizeBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sizeBytes, 1);
        return this with { MaxSizeBytes = sizeBytes };
    }

    /// <summary>This policy with another age.</summary>
    /// <param name="age">More than zero.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is zero or negative.</exception>
    public RollingPolicy WithMaxAge(TimeSpan age)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(age, TimeSpan.Zero);
        return this with { MaxAge = age };
    }
}
