namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Event;
using Akka.Serialization;

/// <summary>What <c>akka.actor.serialize-messages</c> and <c>serialize-creators</c> do: prove that something could travel.</summary>
internal static class SerializationCheck
{
    public static Envelope RoundTrip(Envelope envelope, ActorSystemImpl system)
    {
        var message = envelope.Message is DeadLetter deadLetter ? deadLetter.Message : envelope.Message;
        if (WrappedMessage.Unwrap(message) is INoSerializationVerificationNeeded || message is INoSerializationVerificationNeeded)
            return envelope;

        var copy = Copy(message, system);
        return envelope.Message is DeadLetter original
            ? new Envelope(new DeadLetter(copy, original.Sender, original.Recipient), envelope.Sender)
            : new Envelope(copy, envelope.Sender);
    }

    public static void Creator(Props props, ActorSystemImpl system)
    {
        foreach (var argument in props.Arguments)
        {
            if (argument is not null and not INoSerializationVerificationNeeded)
                Copy(argument, system);
        }
    }

    private static object Copy(object message, ActorSystemImpl system)
    {
        var serializer = system.Serialization.FindSerializerFor(message);
        var bytes = Serialization.WithTransport(system, () => serializer.ToBinary(message));
        return system.Serialization.Deserialize(bytes, serializer.Identifier, Serialization.ManifestFor(serializer, message));
    }
}
