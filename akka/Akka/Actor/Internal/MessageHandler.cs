namespace Akka.Actor.Internal;

/// <summary>A handler for messages of one type and of those derived from it.</summary>
internal abstract class MessageHandler(Type messageType)
{
    public Type MessageType { get; } = messageType;

    /// <summary>Handles a message whose type fits, unless the handler declines it.</summary>
    public abstract bool TryHandle(object message);
}
