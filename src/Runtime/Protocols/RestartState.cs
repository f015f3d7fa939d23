namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What a restart strategy remembers.</summary>
/// <param name="Restarts">How many it has granted, since the backoff was last reset.</param>
/// <param name="Backoff">The last delay, before jitter; zero before the first.</param>
/// <param name="LastFailureMs">When the last failure was; the smallest long before the first.</param>
/// <param name="RecentMs">When failures were, as far as they still count.</param>
internal sealed record RestartState(int Restarts, TimeSpan Backoff, long LastFailureMs, ImmutableQueue<long> RecentMs)
{
    /// <summary>Before the first failure.</summary>
    public static RestartState Initial { get; } = new(0, TimeSpan.Zero, long.MinValue, []);
}
