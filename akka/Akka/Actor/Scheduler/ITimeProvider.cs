namespace Akka.Actor;

/// <summary>What time it is, and how much of it has passed.</summary>
public interface ITimeProvider
{
    TimeSpan HighResMonotonicClock { get; }

    TimeSpan MonotonicClock { get; }

    DateTimeOffset Now { get; }
}
