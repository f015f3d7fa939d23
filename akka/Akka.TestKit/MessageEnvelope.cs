namespace Akka.TestKit;

using Akka.Actor;

/// <summary>A message that the test actor got, with its sender.</summary>
public abstract class MessageEnvelope
{
    public abstract object Message { get; }

    public abstract IActorRef Sender { get; }
}
