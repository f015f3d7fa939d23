namespace Akka.Flink.State.Tests.Serialization;

using FsCheck;
using FsCheck.Fluent;

/// <summary>Generators of types that FsCheck does not know.</summary>
internal static class Generated
{
    public static Arbitrary<DateOnly> Dates { get; } =
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    public static Arbitrary<TimeOnly> Times { get; } =
        Gen.Choose(0, 86_399_999).Select(ms => new TimeOnly(ms * TimeSpan.TicksPerMillisecond + ms % 10_000)).ToArbitrary();
}
