namespace Akka.TestKit;

using Akka.Actor;

/// <summary>The envelope that stands for no message.</summary>
public sealed class NullMessageEnvelope : MessageEnvelope
{
    public static NullMessageEnvelope Instance = new();

    private NullMessageEnvelope()
    {
    }

    public override object Message => null;

    public override IActorRef Sender => throw new IllegalActorStateException(
        "There is no last sender: the last receive of this test kit got no message. Expect a message first.");

    public override string ToString() => "<null>";
}
