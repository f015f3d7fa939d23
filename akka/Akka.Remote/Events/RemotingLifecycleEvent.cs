namespace Akka.Remote;

using Akka.Event;

/// <summary>Something in the life of remoting; published on the event stream.</summary>
public abstract class RemotingLifecycleEvent
{
    public abstract LogLevel LogLevel();
}
