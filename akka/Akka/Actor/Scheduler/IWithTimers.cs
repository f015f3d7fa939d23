namespace Akka.Actor;

/// <summary>An actor that sends itself messages later; the toolkit sets <see cref="Timers"/> before the actor starts.</summary>
public interface IWithTimers
{
    ITimerScheduler Timers { get; set; }
}
