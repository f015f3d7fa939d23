namespace Akka.Actor;

using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <summary>The root guardian, and the guardian of all actors that users create at the top.</summary>
public class GuardianActor : ActorBase, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Terminated:
                Context.Stop(Self);
                break;
            case StopChild stopChild:
                Context.Stop(stopChild.Child);
                break;
            default:
                Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);
                break;
        }

        return true;
    }

    protected override void PreStart()
    {
        // A guardian has nothing to start with, and nothing to start again with.
    }
}
