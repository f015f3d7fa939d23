namespace Akka.Actor;

/// <summary>Sends messages later; the actor system has one.</summary>
public interface IScheduler : ITellScheduler, ITimeProvider
{
    IAdvancedScheduler Advanced { get; }
}
