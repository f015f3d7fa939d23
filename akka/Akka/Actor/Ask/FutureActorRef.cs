namespace Akka.Actor;

using Akka.Dispatch.SysMsg;

/// <summary>The sender of an Ask: the first message it receives completes a task.</summary>
/// <remarks>
/// Most answers come from actors of the same system, which hold this object and never look at its path. So a reference that was made
/// without a path takes one, and enters the provider's temporary actors, only when somebody asks for <see cref="Path"/>.
/// </remarks>
public class FutureActorRef<T> : MinimalActorRef
{
    private readonly TaskCompletionSource<T> _result;
    private readonly IActorRefProvider _provider;
    private ActorPath _path;
    private bool _registered;
    private bool _closed;

    public FutureActorRef(TaskCompletionSource<T> result, ActorPath path, IActorRefProvider provider)
        : this(result, provider) => _path = path;

    internal FutureActorRef(TaskCompletionSource<T> result, IActorRefProvider provider)
    {
        _result = result;
        _provider = provider;
    }

    public override ActorPath Path => Volatile.Read(ref _path) ?? TakePath();

    public override IActorRefProvider Provider => _provider;

    public virtual void DeliverAsk(object message, ICanTell destination) => destination.Tell(message, this);

    /// <summary>Makes a reference that was given its path reachable by it.</summary>
    internal void Open()
    {
        if (_path is null)
            return;

        _registered = true;
        _provider.RegisterTempActor(this, _path);
    }

    /// <summary>Takes the reference out of the provider's temporary actors, if it is there.</summary>
    internal void Close()
    {
        lock (_result)
        {
            _closed = true;
            if (_registered)
                _provider.UnregisterTempActor(_path);
        }
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
        // A null that comes too late is nothing that dead letters could show.
        if (!Complete(message) && !_result.Task.IsCanceled && (message ?? default(T)) is { } late)
            _provider.DeadLetters.Tell(late, this);
    }

    private bool Complete(object message) => message switch
    {
        ISystemMessage => _result.TrySetException(new InvalidOperationException(
            $"System message of type '{message.GetType().Name}' is invalid for {nameof(FutureActorRef<T>)}. " +
            "Answer an Ask with an ordinary message.")),
        T answer => _result.TrySetResult(answer),
        null => _result.TrySetResult(default),
        Status.Failure failure => _result.TrySetException(
            failure.Cause ?? new TaskCanceledException("Task cancelled by actor via Failure message.")),
        _ => _result.TrySetException(new ArgumentException(
            $"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]")),
    };

    private ActorPath TakePath()
    {
        lock (_result)
        {
            if (_path is not null)
                return _path;

            var path = _provider.TempPath();
            if (!_closed)
            {
                _registered = true;
                _provider.RegisterTempActor(this, path);
            }

            Volatile.Write(ref _path, path);
            return path;
        }
    }
}
