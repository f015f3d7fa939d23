namespace Akka.Actor;

/// <summary>What time it is, and how much of it has passed.</summary>
public interface ITimeProvider
{
    public TimeSpan HighResMonotonicClock { get; }

    public TimeSpan MonotonicClock { get; }

    public DateTimeOffset Now { get; }
}
