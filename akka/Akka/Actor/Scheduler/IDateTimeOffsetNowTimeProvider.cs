namespace Akka.Actor;

/// <summary>A time provider whose <see cref="ITimeProvider.Now"/> is that of the machine.</summary>
public interface IDateTimeOffsetNowTimeProvider : ITimeProvider;
