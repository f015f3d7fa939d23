namespace Akka.Persistence;

/// <content>Registration of handlers.</content>
public abstract partial class ReceivePersistentActor
{
    protected void Recover<T>(Action<T> handler, Predicate<T> shouldHandle = null) => RecoverHandlers.Add(handler, shouldHandle);

    protected void Recover<T>(Predicate<T> shouldHandle, Action<T> handler) => Recover(handler, shouldHandle);

    protected void Recover(Type messageType, Action<object> handler, Predicate<object> shouldHandle = null) =>
        RecoverHandlers.Add(messageType, handler, shouldHandle);

    protected void Recover(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Recover(messageType, handler, shouldHandle);

    protected void Recover<T>(Func<T, bool> handler) => RecoverHandlers.Add(handler);

    protected void Recover(Type messageType, Func<object, bool> handler) => RecoverHandlers.Add(messageType, handler);

    protected void RecoverAny(Action<object> handler) => RecoverHandlers.Add(handler, null);

    protected void Command<T>(Action<T> handler, Predicate<T> shouldHandle = null) => CommandHandlers.Add(handler, shouldHandle);

    protected void Command<T>(Predicate<T> shouldHandle, Action<T> handler) => Command(handler, shouldHandle);

    protected void Command(Type messageType, Action<object> handler, Predicate<object> shouldHandle = null) =>
        CommandHandlers.Add(messageType, handler, shouldHandle);

    protected void Command(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Command(messageType, handler, shouldHandle);

    protected void Command<T>(Func<T, bool> handler) => CommandHandlers.Add(handler);

    protected void Command(Type messageType, Func<object, bool> handler) => CommandHandlers.Add(messageType, handler);

    protected void Command(Action<object> handler) => CommandAny(handler);

    protected void CommandAny(Action<object> handler) => CommandHandlers.Add(handler, null);

    protected void CommandAsync<T>(Func<T, Task> handler, Predicate<T> shouldHandle = null) => Command(Async(handler), shouldHandle);

    protected void CommandAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) => Command(Async(handler), shouldHandle);

    protected void CommandAsync(Type messageType, Func<object, Task> handler, Predicate<object> shouldHandle = null) =>
        Command(messageType, Async(handler), shouldHandle);

    protected void CommandAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        Command(messageType, Async(handler), shouldHandle);

    protected void CommandAnyAsync(Func<object, Task> handler) => CommandAny(Async(handler));

    private Action<T> Async<T>(Func<T, Task> handler) => message => RunTask(() => handler(message));
}
