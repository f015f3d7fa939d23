namespace Akka.Actor;

/// <summary>Marks a message that the actor cell handles itself, before the actor's behaviour sees it.</summary>
public interface IAutoReceivedMessage
{
}
