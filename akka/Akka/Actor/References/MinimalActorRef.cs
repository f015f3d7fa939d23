namespace Akka.Actor;

using Akka.Dispatch.SysMsg;

/// <summary>A reference without an actor behind it: everything but <see cref="ActorRefBase.Path"/> does nothing.</summary>
public abstract class MinimalActorRef : InternalActorRefBase
{
    public override IInternalActorRef Parent => ActorRefs.Nobody;

    public override bool IsLocal => true;

    public override bool IsTerminated => false;

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        foreach (var part in name)
        {
            if (!string.IsNullOrEmpty(part))
                return ActorRefs.Nobody;
        }

        return this;
    }

    public override void Resume(Exception causedByFailure = null)
    {
    }

    public override void Start()
    {
    }

    public override void Stop()
    {
    }

    public override void Restart(Exception cause)
    {
    }

    public override void Suspend()
    {
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
    }

    public override void SendSystemMessage(ISystemMessage message)
    {
    }
}
