namespace Akka.Actor;

using Akka.Dispatch.SysMsg;

/// <summary>Watches one actor on behalf of code outside actors.</summary>
internal sealed class TerminationPromiseRef : MinimalActorRef, IDisposable
{
    private readonly IInternalActorRef _target;
    private readonly TaskCompletionSource<bool> _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TerminationPromiseRef(IInternalActorRef target)
    {
        _target = target;
        Provider = target.Provider;
        Path = Provider.TempPath();
    }

    public override ActorPath Path { get; }

    public override IActorRefProvider Provider { get; }

    public Task Terminated => _terminated.Task;

    public static TerminationPromiseRef Watch(IActorRef target)
    {
        var watchee = target as IInternalActorRef ?? throw new InvalidOperationException(
            $"[{target}] is not an {nameof(IInternalActorRef)} and cannot be watched. Watch a reference that an actor system gave out.");

        var promise = new TerminationPromiseRef(watchee);
        promise.Provider.RegisterTempActor(promise, promise.Path);
        watchee.SendSystemMessage(new Watch(watchee, promise));
        return promise;
    }

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is DeathWatchNotification notification && notification.Actor.Equals(_target))
            _terminated.TrySetResult(true);
    }

    public void Dispose()
    {
        if (!_terminated.Task.IsCompleted)
            _target.SendSystemMessage(new Unwatch(_target, this));

        Provider.UnregisterTempActor(Path);
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
        if (message is Terminated terminated && terminated.ActorRef.Equals(_target))
            _terminated.TrySetResult(true);
    }
}
