namespace Akka.Actor;

using Akka.Dispatch;

/// <summary>Runs an <see cref="IRunnable"/> later.</summary>
public interface IRunnableScheduler
{
    public void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable);

    public void ScheduleOnce(TimeSpan delay, IRunnable action);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action);
}
