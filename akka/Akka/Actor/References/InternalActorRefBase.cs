namespace Akka.Actor;

using Akka.Dispatch.SysMsg;

/// <summary>The base of the references that the system itself makes.</summary>
public abstract class InternalActorRefBase : ActorRefBase, IInternalActorRef
{
    public abstract IInternalActorRef Parent { get; }

    public abstract IActorRefProvider Provider { get; }

    public abstract bool IsTerminated { get; }

    public abstract bool IsLocal { get; }

    public abstract IActorRef GetChild(IReadOnlyList<string> name);

    public abstract void Resume(Exception causedByFailure = null);

    public abstract void Start();

    public abstract void Stop();

    public abstract void Restart(Exception cause);

    public abstract void Suspend();

    public void SendSystemMessage(ISystemMessage message, IActorRef sender) => SendSystemMessage(message);

    public abstract void SendSystemMessage(ISystemMessage message);
}
