namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Dispatch;

/// <summary>An actor whose behaviour is a list of handlers by the type of the message; the first that fits handles it.</summary>
/// <remarks>
/// The handlers are told in the constructor, or in the action given to <see cref="Become"/>. They are kept as a table, which remembers
/// for each type of
/// message the handlers that fit, in their order.
/// </remarks>
public abstract class ReceiveActor : UntypedActor, IInitializableActor
{
    private MessageHandlers _building;
    private MessageHandlers _initial;

    protected ReceiveActor() => _building = new MessageHandlers();

    void IInitializableActor.Init()
    {
        // Handlers told in the constructor, after a Become there, belong to the behaviour that this class begins with.
        _initial = _building;
        _building = null;
    }

    protected void Become(Action configure) => base.Become(Configure(configure));

    protected void BecomeStacked(Action configure) => base.BecomeStacked(Configure(configure));

    protected sealed override void OnReceive(object message)
    {
        if (!_initial.Handle(message))
            Unhandled(message);
    }

    protected void Receive<T>(Action<T> handler, Predicate<T> shouldHandle = null) => Handlers.Add(handler, shouldHandle);

    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    protected void Receive<T>(Func<T, bool> handler) => Handlers.Add(handler);

    protected void Receive(Type messageType, Action<object> handler, Predicate<object> shouldHandle = null) =>
        Handlers.Add(messageType, handler, shouldHandle);

    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    protected void Receive(Type messageType, Func<object, bool> handler) => Handlers.Add(messageType, handler);

    protected void ReceiveAny(Action<object> handler) => Handlers.Add(handler, null);

    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T> shouldHandle = null) => Receive(Async(handler), shouldHandle);

    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) => Receive(Async(handler), shouldHandle);

    protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object> shouldHandle = null) =>
        Receive(messageType, Async(handler), shouldHandle);

    protected void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        Receive(messageType, Async(handler), shouldHandle);

    protected void ReceiveAnyAsync(Func<object, Task> handler) => ReceiveAny(Async(handler));

    private static Action<T> Async<T>(Func<T, Task> handler) => message => ActorTaskScheduler.RunTask(() => handler(message));

    private MessageHandlers Handlers => _building
        ?? throw new InvalidOperationException("You may only call Receive-methods when constructing the actor and inside Become().");

    private UntypedReceive Configure(Action configure)
    {
        var outer = _building;
        var handlers = new MessageHandlers();
        _building = handlers;
        try
        {
            configure();
        }
        finally
        {
            _building = outer;
        }

        return message =>
        {
            if (!handlers.Handle(message))
                Unhandled(message);
        };
    }
}
