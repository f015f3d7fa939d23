namespace Akka.Actor;

/// <summary>Helps with messages that carry messages.</summary>
public static class WrappedMessage
{
    public static object Unwrap(object message)
    {
        while (message is IWrappedMessage wrapped)
            message = wrapped.Message;

        return message;
    }
}
