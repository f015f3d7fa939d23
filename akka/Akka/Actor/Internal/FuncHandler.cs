namespace Akka.Actor.Internal;

/// <summary>A handler that says of each message whether it handled it.</summary>
internal sealed class FuncHandler<T>(Type messageType, Func<T, bool> handler) : MessageHandler(messageType)
{
    public FuncHandler(Func<T, bool> handler)
        : this(typeof(T), handler)
    {
    }

    public override bool TryHandle(object message) => handler((T)message);
}
