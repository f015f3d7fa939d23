namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

/// <summary>A reference to an actor of this system whose cell exists from the start.</summary>
public class LocalActorRef : ActorRefWithCell
{
    private readonly ActorSystemImpl _system;
    private readonly Props _props;
    private readonly MessageDispatcher _dispatcher;
    private readonly IInternalActorRef _supervisor;
    private readonly ActorPath _path;
    private readonly MailboxType _mailboxType;
    private readonly ActorCell _cell;

    public LocalActorRef(
        ActorSystemImpl system,
        Props props,
        MessageDispatcher dispatcher,
        MailboxType mailboxType,
        IInternalActorRef supervisor,
        ActorPath path)
    {
        _system = system;
        _props = props;
        _dispatcher = dispatcher;
        _mailboxType = mailboxType;
        _supervisor = supervisor;
        _path = path;

        // A test's reference makes a cell of its own kind; what that needs it has by now.
        _cell = NewActorCell(_system, this, _props, _dispatcher, _supervisor);
        _cell.Init(true, _mailboxType);
    }

    public override ActorPath Path => _path;

    public ActorCell Cell => _cell;

    public override ICell Underlying => _cell;

    public override IActorRefProvider Provider => _system.Provider;

    public override IInternalActorRef Parent => _cell.Parent;

    public override IEnumerable<IActorRef> Children => _cell.GetChildren();

    public override bool IsLocal => true;

    public override bool IsTerminated => _cell.IsTerminated;

    protected ActorSystem System => _system;

    protected Props Props => _props;

    protected MessageDispatcher Dispatcher => _dispatcher;

    protected IInternalActorRef Supervisor => _supervisor;

    protected MailboxType MailboxType => _mailboxType;

    protected virtual ActorCell NewActorCell(
        ActorSystemImpl system, IInternalActorRef self, Props props, MessageDispatcher dispatcher, IInternalActorRef supervisor) =>
        new(system, self, props, dispatcher, supervisor);

    public override void Start() => _cell.Start();

    public override void Stop() => _cell.Stop();

    public override void Suspend() => _cell.Suspend();

    public override void Resume(Exception causedByFailure = null) => _cell.Resume(causedByFailure);

    public override void Restart(Exception cause) => _cell.Restart(cause);

    public override IInternalActorRef GetSingleChild(string name) => _cell.GetSingleChild(name);

    public override IActorRef GetChild(IReadOnlyList<string> name) => ActorPathNames.Resolve(this, name);

    protected override void TellInternal(object message, IActorRef sender) => _cell.SendMessage(sender, message);

    public override void SendSystemMessage(ISystemMessage message) => _cell.SendSystemMessage(message);
}
