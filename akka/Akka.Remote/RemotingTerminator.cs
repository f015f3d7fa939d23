namespace Akka.Remote;

using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <summary>Ends remoting after the user's actors, so that what they said last still goes out.</summary>
internal sealed class RemotingTerminator : UntypedActor, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    private readonly RemoteTransport _transport;
    private readonly IActorRef _systemGuardian;
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public RemotingTerminator(RemoteTransport transport, IActorRef systemGuardian)
    {
        _transport = transport;
        _systemGuardian = systemGuardian;
    }

    protected override void PreStart() => _systemGuardian.Tell(RegisterTerminationHook.Instance, Self);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case TerminationHook:
                _transport.Shutdown().PipeTo(Self, success: () => Ended.Instance, failure: cause => new Status.Failure(cause));
                break;

            case Ended:
                Done();
                break;

            case Status.Failure failure:
                _log.Error(failure.Cause, "Remoting did not end as it should.");
                Done();
                break;
        }
    }

    private void Done()
    {
        _systemGuardian.Tell(TerminationHookDone.Instance, Self);
        Context.Stop(Self);
    }

    private sealed class Ended
    {
        public static readonly Ended Instance = new();
    }
}
