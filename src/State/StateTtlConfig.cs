namespace Akka.Flink.State;

/// <summary>How long the values of a state live, in processing time.</summary>
/// <remarks>
/// <para><b>Time.</b> Processing time only. A value is expired at an age of <see cref="TimeToLive"/> or more. Lists and maps expire by
/// element.</para>
/// <para><b>State.</b> The time of the last access is stored with each value. Turning time-to-live on or off between a savepoint and its
/// restore is refused.</para>
/// <para><b>Flink.</b> <c>StateTtlConfig</c>.</para>
/// </remarks>
public sealed record StateTtlConfig
{
    private StateTtlConfig(TimeSpan timeToLive) => TimeToLive = timeToLive;

    /// <summary>What renews a value.</summary>
    public enum UpdateType
    {
        /// <summary>Creating and writing it.</summary>
        OnCreateAndWrite,

        /// <summary>Reading it, too.</summary>
        OnReadAndWrite,
    }

    /// <summary>Whether an expired value may still be seen.</summary>
    public enum StateVisibility
    {
        /// <summary>Never.</summary>
        NeverReturnExpired,

        /// <summary>Until it is cleaned up, which reading it does.</summary>
        ReturnExpiredIfNotCleanedUp,
    }

    /// <summary>How long a value lives after it was last renewed.</summary>
    public TimeSpan TimeToLive { get; }

    /// <summary>What renews a value. Default: <see cref="UpdateType.OnCreateAndWrite"/>.</summary>
    public UpdateType Update { get; init; } = UpdateType.OnCreateAndWrite;

    /// <summary>Whether an expired value may still be seen. Default: <see cref="StateVisibility.NeverReturnExpired"/>.</summary>
    public StateVisibility Visibility { get; init; } = StateVisibility.NeverReturnExpired;

    /// <summary>Whether expired values are removed in the background, a few at each access, beside being removed when they are read.
    /// Default: true.</summary>
    public bool CleanupInBackground { get; init; } = true;

    /// <summary>Values that live so long.</summary>
    /// <param name="timeToLive">At least one millisecond.</param>
    /// <returns>The configuration, with the defaults of everything else.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeToLive"/> is less than one millisecond.</exception>
    public static StateTtlConfig Of(TimeSpan timeToLive)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timeToLive, TimeSpan.FromMilliseconds(1));
        return new StateTtlConfig(timeToLive);
    }
}
