namespace Akka.Actor;

/// <summary>The timers of one actor, by key. They end with the actor's incarnation.</summary>
public interface ITimerScheduler
{
    public IReadOnlyCollection<object> ActiveTimers { get; }

    public void Cancel(object key);

    public void CancelAll();

    public bool IsTimerActive(object key);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender);
}
