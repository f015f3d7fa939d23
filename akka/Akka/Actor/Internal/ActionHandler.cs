namespace Akka.Actor.Internal;

/// <summary>A handler that handles each message that its predicate lets through.</summary>
internal sealed class ActionHandler<T>(Type messageType, Action<T> handler, Predicate<T> shouldHandle) : MessageHandler(messageType)
{
    public ActionHandler(Action<T> handler, Predicate<T> shouldHandle)
        : this(typeof(T), handler, shouldHandle)
    {
    }

    public override bool TryHandle(object message)
    {
        var typed = (T)message;
        if (shouldHandle is not null && !shouldHandle(typed))
            return false;

        handler(typed);
        return true;
    }
}
