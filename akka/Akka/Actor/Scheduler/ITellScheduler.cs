namespace Akka.Actor;

/// <summary>Sends a message later.</summary>
public interface ITellScheduler
{
    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable);

    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable);
}
