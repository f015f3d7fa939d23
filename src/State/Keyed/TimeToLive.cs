namespace Akka.Flink.State.Keyed;

/// <summary>The rules of a state's time-to-live, and its clock.</summary>
/// <param name="config">What was declared.</param>
/// <param name="clock">Whose time it goes by.</param>
internal sealed class TimeToLive(StateTtlConfig config, KeyedStateBackend clock)
{
    /// <summary>How many slots a state looks at, at each access, for what has expired.</summary>
    public const int LooksPerAccess = 3;

    private readonly long _ttlMs = (long)config.TimeToLive.TotalMilliseconds;

    /// <summary>The time.</summary>
    public long NowMs => clock.ProcessingTimeMs;

    /// <summary>Whether reading renews.</summary>
    public bool RenewsOnRead { get; } = config.Update == StateTtlConfig.UpdateType.OnReadAndWrite;

    /// <summary>Whether what has expired may be seen once more.</summary>
    public bool ReturnsExpired { get; } = config.Visibility == StateTtlConfig.StateVisibility.ReturnExpiredIfNotCleanedUp;

    /// <summary>Whether what has expired is looked for.</summary>
    public bool CleansUp { get; } = config.CleanupInBackground;

    /// <summary>Whether a value has expired.</summary>
    /// <param name="atMs">When it was last renewed.</param>
    public bool IsExpired(long atMs)
    {
        var expiresMs = atMs > 0 && atMs > long.MaxValue - _ttlMs ? long.MaxValue : atMs + _ttlMs;
        return expiresMs <= NowMs;
    }
}
