namespace Akka.Actor;

using Akka.Dispatch.SysMsg;

/// <summary>What the system itself does with a reference, beyond sending messages.</summary>
public interface IInternalActorRef : IActorRef, IActorRefScope
{
    IInternalActorRef Parent { get; }

    IActorRefProvider Provider { get; }

    bool IsTerminated { get; }

    IActorRef GetChild(IReadOnlyList<string> name);

    void Resume(Exception causedByFailure = null);

    void Start();

    void Stop();

    void Restart(Exception cause);

    void Suspend();

    void SendSystemMessage(ISystemMessage message, IActorRef sender);

    void SendSystemMessage(ISystemMessage message);
}
