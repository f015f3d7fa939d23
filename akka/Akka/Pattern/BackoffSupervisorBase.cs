namespace Akka.Pattern;

using Akka.Actor;

/// <summary>What both backoff supervisors do: start the child, pass messages on to it, count its restarts.</summary>
public abstract class BackoffSupervisorBase : ActorBase
{
    internal BackoffSupervisorBase(
        Props childProps, string childName, IBackoffReset reset, object replyWhileStopped, Func<object, bool> finalStopMessage)
    {
        ChildProps = childProps;
        ChildName = childName;
        Reset = reset;
        ReplyWhileStopped = replyWhileStopped;
        FinalStopMessage = finalStopMessage;
    }

    protected IActorRef Child { get; set; }

    protected string ChildName { get; }

    protected Props ChildProps { get; }

    protected Func<object, bool> FinalStopMessage { get; }

    protected bool FinalStopMessageReceived { get; set; }

    protected object ReplyWhileStopped { get; }

    protected IBackoffReset Reset { get; }

    protected int RestartCountN { get; set; }

    protected override void PreStart() => StartChildUnlessRunning();

    protected bool HandleBackoff(object message)
    {
        switch (message)
        {
            case BackoffSupervisor.StartChild:
                StartChildUnlessRunning();
                if (Reset is AutoReset auto)
                    TellSelfAfter(auto.ResetBackoff, new BackoffSupervisor.ResetRestartCount(RestartCountN));
                break;

            case BackoffSupervisor.Reset when Reset is ManualReset:
                RestartCountN = 0;
                break;

            case BackoffSupervisor.Reset:
                Unhandled(message);
                break;

            case BackoffSupervisor.ResetRestartCount reset:
                if (reset.Current == RestartCountN)
                    RestartCountN = 0;
                break;

            case BackoffSupervisor.GetRestartCount:
                Sender.Tell(new BackoffSupervisor.RestartCount(RestartCountN), Self);
                break;

            case BackoffSupervisor.GetCurrentChild:
                Sender.Tell(new BackoffSupervisor.CurrentChild(Child), Self);
                break;

            default:
                PassOn(message);
                break;
        }

        return true;
    }

    private protected void TellSelfAfter(TimeSpan delay, object message) =>
        Context.System.Scheduler.ScheduleTellOnce(delay, Self, message, Self);

    private void StartChildUnlessRunning() => Child ??= Context.Watch(Context.ActorOf(ChildProps, ChildName));

    private void PassOn(object message)
    {
        if (Child is null)
        {
            AnswerForChild(message);
        }
        else if (Child.Equals(Sender))
        {
            // For the parent, the supervisor is the child.
            Context.Parent.Tell(message, Self);
        }
        else
        {
            Child.Forward(message);
            FinalStopMessageReceived |= IsFinalStop(message);
        }
    }

    private void AnswerForChild(object message)
    {
        if (ReplyWhileStopped is not null)
            Sender.Tell(ReplyWhileStopped, Self);
        else
            Context.System.DeadLetters.Forward(message);

        if (IsFinalStop(message))
            Context.Stop(Self);
    }

    private bool IsFinalStop(object message) => FinalStopMessage is not null && FinalStopMessage(message);
}
