namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

/// <summary>A reference that is handed out before its actor exists: the supervisor makes the cell when it learns of the child.</summary>
/// <remarks>
/// Actors at the top are asked for by threads that are not their supervisor, which alone may create children. Until it has done so,
/// an <see cref="UnstartedCell"/> keeps what is sent; <see cref="Point"/> moves that over and <see cref="SwapUnderlying"/> ends the detour.
/// </remarks>
public class RepointableActorRef : ActorRefWithCell, IRepointableRef
{
    protected readonly ActorSystemImpl System;
    protected readonly Props Props;
    protected readonly MessageDispatcher Dispatcher;
    protected readonly IInternalActorRef Supervisor;
    protected readonly ActorPath _path;

    private readonly MailboxType _mailboxType;
    private volatile ICell _underlying;
    private volatile ICell _lookup;
    private ActorCell _cell;

    public RepointableActorRef(
        ActorSystemImpl system,
        Props props,
        MessageDispatcher dispatcher,
        MailboxType mailboxType,
        IInternalActorRef supervisor,
        ActorPath path)
    {
        System = system;
        Props = props;
        Dispatcher = dispatcher;
        _mailboxType = mailboxType;
        Supervisor = supervisor;
        _path = path;
    }

    public override ICell Underlying => _underlying;

    /// <summary>The cell that children are looked up in: known earlier than the one that messages go to.</summary>
    public ICell Lookup => _lookup;

    public override ActorPath Path => _path;

    public override IActorRefProvider Provider => System.Provider;

    public override IInternalActorRef Parent => Underlying.Parent;

    public override IEnumerable<IActorRef> Children => Lookup.GetChildren();

    public override bool IsLocal => Underlying.IsLocal;

    public override bool IsTerminated => Underlying.IsTerminated;

    public bool IsStarted => _underlying switch
    {
        null => throw new IllegalActorStateException($"IsStarted called before Initialize() on {_path}."),
        UnstartedCell => false,
        _ => true,
    };

    /// <summary>Makes the reference usable and registers it with its supervisor.</summary>
    public RepointableActorRef Initialize(bool async)
    {
        if (_underlying is not null)
            throw new IllegalActorStateException($"Initialize called more than once on {_path}.");

        var unstarted = new UnstartedCell(System, this, Props, Supervisor);
        _lookup = unstarted;
        _underlying = unstarted;
        Supervisor.SendSystemMessage(new Supervise(this, async));
        if (!async)
            Point();
        return this;
    }

    /// <summary>Makes the actor's cell, unless that was done; called by the supervisor, or by <see cref="Initialize"/> when it is not
    /// asynchronous.</summary>
    public void Point()
    {
        switch (_underlying)
        {
            case null:
                throw new IllegalActorStateException($"Underlying cell is null: Point called before Initialize() on {_path}.");

            case UnstartedCell unstarted:
                var cell = NewCell();

                // Children may be asked for while the messages are still being moved.
                _lookup = cell;
                cell.Start();
                unstarted.ReplaceWith(cell);
                break;
        }
    }

    /// <summary>Called instead of <see cref="Point"/> when the supervisor ends before it has made the actor.</summary>
    internal void NeverStart() => (_underlying as UnstartedCell)?.NeverStart();

    protected virtual ActorCell NewCell()
    {
        var cell = new ActorCell(System, this, Props, Dispatcher, Supervisor);
        cell.Init(false, _mailboxType);
        return cell;
    }

    public void SwapUnderlying(ICell cell)
    {
        _underlying = cell;
        Volatile.Write(ref _cell, cell as ActorCell);
    }

    public override void Start()
    {
    }

    public override void Suspend() => Underlying.Suspend();

    public override void Resume(Exception causedByFailure = null) => Underlying.Resume(causedByFailure);

    public override void Stop() => Underlying.Stop();

    public override void Restart(Exception cause) => Underlying.Restart(cause);

    public override IInternalActorRef GetSingleChild(string name) => Lookup.GetSingleChild(name);

    public override IActorRef GetChild(IReadOnlyList<string> name) => ActorPathNames.Resolve(this, name);

    protected override void TellInternal(object message, IActorRef sender)
    {
        var cell = Volatile.Read(ref _cell);
        if (cell is not null)
            cell.SendMessage(sender, message);
        else
            Underlying.SendMessage(sender, message);
    }

    public override void SendSystemMessage(ISystemMessage message) => Underlying.SendSystemMessage(message);
}
