namespace Akka.Actor.Internal;

/// <summary>The handlers of one behaviour of a <see cref="ReceiveActor"/>.</summary>
internal sealed class MessageHandlers
{
    private readonly List<MessageHandler> _handlers = [];
    private readonly Dictionary<Type, MessageHandler[]> _byType = new(0);
    private Type _lastType;
    private MessageHandler[] _lastHandlers;
    private bool _catchesAll;

    public void Add<T>(Action<T> handler, Predicate<T> shouldHandle)
    {
        EnsureOpen();
        _handlers.Add(new ActionHandler<T>(handler, shouldHandle));
        _catchesAll = typeof(T) == typeof(object) && shouldHandle is null;
    }

    public void Add<T>(Func<T, bool> handler)
    {
        EnsureOpen();
        _handlers.Add(new FuncHandler<T>(handler));
    }

    public void Add(Type messageType, Action<object> handler, Predicate<object> shouldHandle)
    {
        EnsureOpen();
        _handlers.Add(new ActionHandler<object>(messageType, handler, shouldHandle));
        _catchesAll = messageType == typeof(object) && shouldHandle is null;
    }

    public void Add(Type messageType, Func<object, bool> handler)
    {
        EnsureOpen();
        _handlers.Add(new FuncHandler<object>(messageType, handler));
    }

    public bool Handle(object message)
    {
        var type = message.GetType();
        if (type != _lastType)
        {
            _lastHandlers = Find(type);
            _lastType = type;
        }

        // A handler may change the behaviour and send to itself, but not come back here: the array stays this call's.
        foreach (var handler in _lastHandlers)
        {
            if (handler.TryHandle(message))
                return true;
        }

        return false;
    }

    private MessageHandler[] Find(Type type)
    {
        if (_byType.TryGetValue(type, out var known))
            return known;

        var found = _handlers.FindAll(handler => handler.MessageType.IsAssignableFrom(type)).ToArray();
        _byType.Add(type, found);
        return found;
    }

    private void EnsureOpen()
    {
        if (_catchesAll)
            throw new InvalidOperationException("A handler that catches all messages has been added. No handler can be added after that.");
    }
}
