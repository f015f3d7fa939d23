namespace Akka.Actor;

/// <summary>Runs an action later, on the scheduler's thread: it must not block and must not touch an actor's state.</summary>
public interface IActionScheduler : IRunnableScheduler
{
    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action);
}
