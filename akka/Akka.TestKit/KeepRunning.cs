namespace Akka.TestKit;

using Akka.Actor;

/// <summary>Returned by a pilot that also handles the next message.</summary>
public sealed class KeepRunning : AutoPilot
{
    public static KeepRunning Instance = new();

    private KeepRunning()
    {
    }

    public override AutoPilot Run(IActorRef sender, object message) =>
        throw new InvalidOperationException(
            "KeepRunning was asked to handle a message. It is what a pilot returns to stay; pass a pilot of your own to SetAutoPilot.");
}
