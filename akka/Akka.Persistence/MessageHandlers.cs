namespace Akka.Persistence;

/// <summary>The handlers of one behaviour, tried in the order in which they were added.</summary>
internal sealed class MessageHandlers
{
    private readonly List<Func<object, bool>> _handlers = [];
    private bool _catchesAll;

    public void Add<T>(Func<T, bool> handler) => AddHandler(message => message is T typed && handler(typed));

    public void Add<T>(Action<T> handler, Predicate<T> shouldHandle)
    {
        if (shouldHandle is null)
            AddHandler(message => Handle(message, handler));
        else
            AddHandler(message => Handle(message, handler, shouldHandle));

        _catchesAll |= shouldHandle is null && typeof(T) == typeof(object);
    }

    public void Add(Type type, Func<object, bool> handler) => AddHandler(message => type.IsInstanceOfType(message) && handler(message));

    public void Add(Type type, Action<object> handler, Predicate<object> shouldHandle)
    {
        AddHandler(message =>
        {
            if (!type.IsInstanceOfType(message) || shouldHandle?.Invoke(message) == false)
                return false;

            handler(message);
            return true;
        });
        _catchesAll |= shouldHandle is null && type == typeof(object);
    }

    public bool TryHandle(object message)
    {
        foreach (var handler in _handlers)
        {
            if (handler(message))
                return true;
        }

        return false;
    }

    private static bool Handle<T>(object message, Action<T> handler)
    {
        if (message is not T typed)
            return false;

        handler(typed);
        return true;
    }

    private static bool Handle<T>(object message, Action<T> handler, Predicate<T> shouldHandle)
    {
        if (message is not T typed || !shouldHandle(typed))
            return false;

        handler(typed);
        return true;
    }

    private void AddHandler(Func<object, bool> handler)
    {
        if (_catchesAll)
        {
            throw new InvalidOperationException(
                "A handler that catches all messages has been added. No handler can be added after that; add it before.");
        }

        _handlers.Add(handler);
    }
}
