namespace Akka.Remote;

using Akka.Actor;

/// <summary>Marks references to actors of other systems.</summary>
public interface IRemoteRef : IActorRefScope
{
}
