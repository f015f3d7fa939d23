namespace Akka.Event;

using Akka.Actor;

/// <summary>A logger that works before there are actors: it writes on the thread of the caller.</summary>
public abstract class MinimalLogger : MinimalActorRef
{
    protected MinimalLogger() => Path = new RootActorPath(Address.AllSystems, "/StandardOutLogger");

    public sealed override ActorPath Path { get; }

    public sealed override IActorRefProvider Provider => throw new InvalidOperationException(
        $"{GetType().Name} belongs to no actor system and has no provider. Use the reference of an actor.");

    protected abstract void Log(object message);

    protected sealed override void TellInternal(object message, IActorRef sender)
    {
        if (message is null)
            throw new ArgumentNullException(nameof(message), "The message to log must not be null.");

        Log(message);
    }
}
