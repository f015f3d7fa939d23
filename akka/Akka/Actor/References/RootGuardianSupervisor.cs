namespace Akka.Actor;

using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Util;

/// <summary>What stands above the root guardian: whose end is the end of the system.</summary>
public class RootGuardianSupervisor : MinimalActorRef
{
    private readonly ILoggingAdapter _log;
    private readonly TaskCompletionSource<Status> _terminationPromise;
    private readonly ActorPath _path;
    private readonly IActorRefProvider _provider;
    private readonly Switch _stopped = new();

    public RootGuardianSupervisor(
        RootActorPath root, IActorRefProvider provider, TaskCompletionSource<Status> terminationPromise, ILoggingAdapter log)
    {
        _log = log;
        _terminationPromise = terminationPromise;
        _provider = provider;
        _path = root / "Root-guardian-supervisor";
    }

    public Exception CauseOfTermination { get; private set; }

    public override ActorPath Path => _path;

    public override IActorRefProvider Provider => _provider;

    public override void Stop() =>
        _stopped.SwitchOn(() =>
        {
            Status result = CauseOfTermination is null
                ? new Status.Success(null)
                : new Status.Failure(CauseOfTermination);
            _terminationPromise.TrySetResult(result);
        });

    protected override void TellInternal(object message, IActorRef sender) =>
        _stopped.IfOff(() => _log.Error("{0} received unexpected message [{1}]", _path, message));

    public override void SendSystemMessage(ISystemMessage systemMessage) => _stopped.IfOff(() => Handle(systemMessage));

    private void Handle(ISystemMessage message)
    {
        switch (message)
        {
            case Failed failed:
                CauseOfTermination = failed.Cause;
                _log.Error(failed.Cause, "guardian {0} failed, shutting down!", failed.Child);
                ((IInternalActorRef)failed.Child).Stop();
                break;

            case Supervise:
                break;

            case DeathWatchNotification:
                Stop();
                break;

            default:
                _log.Error("{0} received unexpected system message [{1}]", _path, message);
                break;
        }
    }
}
