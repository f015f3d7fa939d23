namespace Akka.TestKit;

using Akka.Actor;

/// <summary>Returned by a pilot that is done.</summary>
public sealed class NoAutoPilot : AutoPilot
{
    public static NoAutoPilot Instance = new();

    private NoAutoPilot()
    {
    }

    public override AutoPilot Run(IActorRef sender, object message) => this;
}
