namespace Akka.TestKit;

using Akka.Actor;

/// <summary>What a test actor does with each message by itself, before the test reads it.</summary>
public abstract class AutoPilot
{
    public static NoAutoPilot NoAutoPilot => NoAutoPilot.Instance;

    public static KeepRunning KeepRunning => KeepRunning.Instance;

    /// <summary>Handles one message; what it returns handles the next one.</summary>
    public abstract AutoPilot Run(IActorRef sender, object message);
}
