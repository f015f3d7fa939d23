namespace Akka.Remote;

using System.Diagnostics;

/// <summary>Tells from the heartbeats of one resource whether it is alive. Implementations are safe to use from several threads.</summary>
public abstract class FailureDetector
{
    public static readonly Clock DefaultClock = () => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1000);

    /// <summary>Whether the resource counts as alive; true as long as it has never been heard of.</summary>
    public abstract bool IsAvailable { get; }

    /// <summary>Whether it has ever been heard of.</summary>
    public abstract bool IsMonitoring { get; }

    public abstract void HeartBeat();
}
