namespace Akka.Actor;

/// <summary>A reference that may be used before the actor behind it exists.</summary>
public interface IRepointableRef : IActorRefScope
{
    bool IsStarted { get; }
}
