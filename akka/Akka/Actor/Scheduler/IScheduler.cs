namespace Akka.Actor;

/// <summary>Sends messages later; the actor system has one.</summary>
public interface IScheduler : ITellScheduler, ITimeProvider
{
    public IAdvancedScheduler Advanced { get; }
}
