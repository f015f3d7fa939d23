namespace Akka.Actor;

/// <summary>Marks a message that is exempt from <c>akka.actor.serialize-messages</c>, since it never leaves its process.</summary>
public interface INoSerializationVerificationNeeded
{
}
