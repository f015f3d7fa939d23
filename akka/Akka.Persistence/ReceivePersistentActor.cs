namespace Akka.Persistence;

using Akka.Actor;
using Akka.Actor.Internal;

/// <summary>A persistent actor whose handlers are registered by message type: in the constructor, and in what it becomes.</summary>
public abstract partial class ReceivePersistentActor : UntypedPersistentActor, IInitializableActor
{
    private readonly MessageHandlers _recoverHandlers = new();
    private readonly MessageHandlers _initialHandlers = new();
    private MessageHandlers _configured;
    private bool _isInitialized;

    protected ReceivePersistentActor()
    {
        _configured = _initialHandlers;
    }

    private MessageHandlers CommandHandlers => _configured ?? throw new InvalidOperationException(
        "You may only call Command-methods when constructing the actor and inside Become().");

    private MessageHandlers RecoverHandlers => !_isInitialized ? _recoverHandlers : throw new InvalidOperationException(
        "You may only call Recover-methods when constructing the actor.");

    void IInitializableActor.Init()
    {
        _configured = null;
        _isInitialized = true;
    }

    protected void Become(Action configure) => Become(ReceiveOf(configure));

    protected void BecomeStacked(Action configure) => BecomeStacked(ReceiveOf(configure));

    protected sealed override void OnCommand(object message) => Execute(_initialHandlers, message);

    protected sealed override void OnRecover(object message) => Execute(_recoverHandlers, message);

    private UntypedReceive ReceiveOf(Action configure)
    {
        var handlers = new MessageHandlers();
        var before = _configured;
        _configured = handlers;
        try
        {
            configure();
        }
        finally
        {
            _configured = before;
        }

        return message => Execute(handlers, message);
    }

    private void Execute(MessageHandlers handlers, object message)
    {
        if (!handlers.TryHandle(message))
            Unhandled(message);
    }
}
