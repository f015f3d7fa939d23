namespace Akka.Actor;

/// <summary>The time of the machine.</summary>
public class DateTimeOffsetNowTimeProvider : IDateTimeOffsetNowTimeProvider
{
    private DateTimeOffsetNowTimeProvider()
    {
    }

    public static DateTimeOffsetNowTimeProvider Instance { get; } = new();

    public TimeSpan HighResMonotonicClock => Util.MonotonicClock.Elapsed;

    public TimeSpan MonotonicClock => Util.MonotonicClock.Elapsed;

    public DateTimeOffset Now => DateTimeOffset.UtcNow;
}
