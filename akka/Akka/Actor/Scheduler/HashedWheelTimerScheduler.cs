namespace Akka.Actor;

using Akka.Actor.Scheduler;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

/// <summary>The scheduler of an actor system: one thread that turns a wheel of timers.</summary>
/// <remarks>
/// The wheel has <c>akka.scheduler.ticks-per-wheel</c> buckets, and each tick of <c>akka.scheduler.tick-duration</c> empties one of
/// them. A timer lies in the bucket of the first tick that is not before its deadline, so it is never early and at most about a tick
/// late, and starting it is one enqueue for the caller, whatever number of timers there is. Timers further away than one turn stay in
/// their bucket until their turn comes. Cancelling only marks the timer; the next visit of its bucket drops it. While there is no
/// timer at all, the thread sleeps without ticking.
/// </remarks>
public sealed class HashedWheelTimerScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider, IDisposable
{
    private readonly TimerWheel _wheel;
    private readonly TimeSpan _shutdownTimeout;

    public HashedWheelTimerScheduler(Config scheduler, ILoggingAdapter log)
        : base(scheduler, log)
    {
        if (scheduler is null || scheduler.IsEmpty)
            throw ConfigurationException.NullOrEmptyConfig<HashedWheelTimerScheduler>();

        _shutdownTimeout = SchedulerConfig.GetTimeSpan("akka.scheduler.shutdown-timeout", TimeSpan.FromSeconds(5));
        _wheel = new TimerWheel(
            SchedulerConfig.GetTimeSpan("akka.scheduler.tick-duration", TimeSpan.FromMilliseconds(10)),
            SchedulerConfig.GetInt("akka.scheduler.ticks-per-wheel", 512),
            log);
    }

    public override TimeSpan HighResMonotonicClock => Util.MonotonicClock.Elapsed;

    public override TimeSpan MonotonicClock => Util.MonotonicClock.Elapsed;

    protected override DateTimeOffset TimeNow => DateTimeOffset.UtcNow;

    public void Dispose()
    {
        if (!_wheel.Stop(_shutdownTimeout, out var unprocessed))
            Log.Warning("Failed to shut down the scheduler within [{0}]; it goes on with its last action.", _shutdownTimeout);
        else if (unprocessed > 0)
            Log.Debug("The scheduler was stopped before [{0}] timers had run.", unprocessed);
    }

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        _wheel.Add(new ActionTimer(action, cancelable), delay, TimeSpan.Zero);

    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        _wheel.Add(new RunnableTimer(action, cancelable), delay, TimeSpan.Zero);

    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        _wheel.Add(new ActionTimer(action, cancelable), initialDelay, interval);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        _wheel.Add(new RunnableTimer(action, cancelable), initialDelay, interval);

    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        _wheel.Add(new TellTimer(receiver, message, sender, cancelable), delay, TimeSpan.Zero);

    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        _wheel.Add(new TellTimer(receiver, message, sender, cancelable), initialDelay, interval);
}
