namespace Akka.Actor;

using Akka.Event;

/// <summary>Stops the actor that receives it once all messages sent to it earlier are processed.</summary>
public sealed class PoisonPill : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    private PoisonPill()
    {
    }

    public static PoisonPill Instance { get; } = new();

    public override string ToString() => "<PoisonPill>";
}
