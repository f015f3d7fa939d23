namespace Akka.Persistence;

using Akka.Actor;

/// <summary>An actor with an internal stash, and what happens when that is full.</summary>
public interface IPersistenceStash : IWithUnboundedStash
{
    IStashOverflowStrategy InternalStashOverflowStrategy { get; }
}
