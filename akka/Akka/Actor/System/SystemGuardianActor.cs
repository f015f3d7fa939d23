namespace Akka.Actor;

using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <summary>The guardian of the system's own actors: it outlives the user's, then tells who registered for it, then ends.</summary>
public class SystemGuardianActor : ActorBase, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    private readonly IActorRef _userGuardian;
    private readonly HashSet<IActorRef> _terminationHooks = [];

    public SystemGuardianActor(IActorRef userGuardian) => _userGuardian = userGuardian;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(_userGuardian):
                Context.Become(Terminating);
                foreach (var hook in _terminationHooks)
                    hook.Tell(TerminationHook.Instance);
                StopWhenAllHooksAreDone();
                return true;

            case Terminated terminated:
                _terminationHooks.Remove(terminated.ActorRef);
                return true;

            case RegisterTerminationHook:
                if (!Sender.Equals(Context.System.DeadLetters))
                {
                    _terminationHooks.Add(Sender);
                    Context.Watch(Sender);
                }

                return true;

            default:
                return Other(message);
        }
    }

    protected override void PreRestart(Exception reason, object message)
    {
        // The children stay: the system could not go on without them.
    }

    private bool Terminating(object message)
    {
        switch (message)
        {
            case Terminated terminated:
                HookDone(terminated.ActorRef);
                return true;

            case TerminationHookDone:
                HookDone(Sender);
                return true;

            default:
                return Other(message);
        }
    }

    private bool Other(object message)
    {
        if (message is StopChild stopChild)
            Context.Stop(stopChild.Child);
        else
            Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);
        return true;
    }

    private void HookDone(IActorRef hook)
    {
        _terminationHooks.Remove(hook);
        StopWhenAllHooksAreDone();
    }

    private void StopWhenAllHooksAreDone()
    {
        if (_terminationHooks.Count > 0)
            return;

        Context.System.EventStream.StopDefaultLoggers(Context.System);
        Context.Stop(Self);
    }
}
