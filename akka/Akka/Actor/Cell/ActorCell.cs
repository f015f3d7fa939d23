namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <summary>The machinery around one actor: its mailbox, children, watchers, behaviours and failures.</summary>
/// <remarks>
/// A cell outlives the instances of its actor: a restart replaces the instance and keeps the cell with its mailbox. Only the thread that
/// runs the mailbox touches the state here, except for the children (compare and swap) and the mailbox itself (volatile). System messages
/// come first and also while the mailbox is suspended; user messages are processed only by an actor that has not failed.
/// </remarks>
public partial class ActorCell : IUntypedActorContext, ICell
{
    public const int UndefinedUid = 0;

    private readonly ActorSystemImpl _systemImpl;
    private readonly IInternalActorRef _self;
    private readonly Props _props;
    private readonly MessageDispatcher _dispatcher;
    private readonly IInternalActorRef _parent;
    private readonly bool _serializeMessages;
    private ActorBase _actor;
    private Receive _behavior;
    private Stack<Receive> _behaviorsBelow;
    private IActorRef _sender;
    private object _currentMessage;
    private int _currentEnvelopeId;
    private ActorTaskScheduler _taskScheduler;
    private volatile Mailbox _mailbox;
    private volatile bool _actorHasBeenCleared;

    public ActorCell(ActorSystemImpl system, IInternalActorRef self, Props props, MessageDispatcher dispatcher, IInternalActorRef parent)
    {
        _systemImpl = system;
        _self = self;
        _props = props;
        _dispatcher = dispatcher;
        _parent = parent;
        _serializeMessages = system.Settings.SerializeAllMessages;
    }

    public ActorSystem System => _systemImpl;

    public ActorSystemImpl SystemImpl => _systemImpl;

    public Props Props => _props;

    public IActorRef Self => _self;

    IActorRef IActorContext.Parent => _parent;

    public IInternalActorRef Parent => _parent;

    public IActorRef Sender => _sender ?? _systemImpl.DeadLetters;

    public MessageDispatcher Dispatcher => _dispatcher;

    public Mailbox Mailbox => _mailbox;

    public object CurrentMessage
    {
        get => _currentMessage;
        internal set => _currentMessage = value;
    }

    /// <summary>A number that tells the messages of this actor apart; the stash refuses to take one twice.</summary>
    public int CurrentEnvelopeId => _currentEnvelopeId;

    public bool IsLocal => true;

    public bool HasMessages => _mailbox is { } mailbox && mailbox.HasMessages;

    public int NumberOfMessages => _mailbox is { } mailbox ? mailbox.NumberOfMessages : 0;

    public bool IsTerminated => _mailbox is { } mailbox && mailbox.IsClosed;

    public virtual ActorTaskScheduler TaskScheduler =>
        Volatile.Read(ref _taskScheduler)
        ?? Interlocked.CompareExchange(ref _taskScheduler, new ActorTaskScheduler(this), null)
        ?? _taskScheduler;

    internal static ActorCell Current => InternalCurrentActorCellKeeper.Current;

    internal ActorBase Actor => _actor;

    public static IActorRef GetCurrentSelfOrNoSender() => Current is { } cell ? cell._self : ActorRefs.NoSender;

    public static IActorRef GetCurrentSenderOrNoSender() => Current is { } cell ? cell.Sender : ActorRefs.NoSender;

    /// <summary>Makes the mailbox and puts the creation of the actor in as its first message.</summary>
    public void Init(bool sendSupervise, MailboxType mailboxType)
    {
        var mailbox = _dispatcher.CreateMailbox(this, mailboxType);
        SwapMailbox(mailbox);
        mailbox.SetActor(this);
        mailbox.SystemEnqueue(_self, new Create(CheckMailboxRequirement(mailbox)));

        if (sendSupervise)
            _parent.SendSystemMessage(new Supervise(_self, async: false));
    }

    public virtual void Start()
    {
        PreStart();
        _dispatcher.Attach(this);
    }

    protected virtual void PreStart()
    {
    }

    public void Suspend() => SendSystemMessage(new Suspend());

    public void Resume(Exception causedByFailure) => SendSystemMessage(new Resume(causedByFailure));

    public void Restart(Exception cause) => SendSystemMessage(new Recreate(cause));

    public void Stop() => SendSystemMessage(new Terminate());

    public void Become(Receive receive) => _behavior = receive;

    public void BecomeStacked(Receive receive)
    {
        (_behaviorsBelow ??= new Stack<Receive>()).Push(_behavior);
        _behavior = receive;
    }

    public void UnbecomeStacked() =>
        _behavior = _behaviorsBelow is not null && _behaviorsBelow.TryPop(out var below) ? below : _actor.InvokeReceive;

    void IUntypedActorContext.Become(UntypedReceive receive) => Become(Always(receive));

    void IUntypedActorContext.BecomeStacked(UntypedReceive receive) => BecomeStacked(Always(receive));

    public ActorSelection ActorSelection(string path) => ActorRefFactoryShared.ActorSelection(path, _systemImpl, _self);

    public ActorSelection ActorSelection(ActorPath path) => ActorRefFactoryShared.ActorSelection(path, _systemImpl);

    /// <summary>Runs <paramref name="action"/> as if this actor were processing a message on the current thread.</summary>
    public void UseThreadContext(Action action)
    {
        var previous = InternalCurrentActorCellKeeper.Current;
        InternalCurrentActorCellKeeper.Current = this;
        try
        {
            action();
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = previous;
        }
    }

    public virtual void SendMessage(Envelope message) => SendMessage(message.Sender, message.Message);

    public virtual void SendMessage(IActorRef sender, object message)
    {
        if (message is null)
            throw new InvalidMessageException("Message is null");

        var envelope = new Envelope(message, sender);
        if (_serializeMessages)
            envelope = SerializationCheck.RoundTrip(envelope, _systemImpl);
        _dispatcher.Dispatch(this, envelope);
    }

    public virtual void SendSystemMessage(ISystemMessage systemMessage) => _dispatcher.SystemDispatch(this, (SystemMessage)systemMessage);

    internal static long NewUid() => Random.Shared.Next(1, int.MaxValue);

    internal Mailbox SwapMailbox(Mailbox mailbox)
    {
        var previous = _mailbox;
        _mailbox = mailbox;
        return previous;
    }

    /// <summary>Called by the constructor of the actor, so that what follows in it may already change the behaviour.</summary>
    internal void SetInitialBehavior(Receive behavior)
    {
        _behaviorsBelow = null;
        _behavior = behavior;
    }

    private static Receive Always(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    private ActorInitializationException CheckMailboxRequirement(Mailbox mailbox)
    {
        var mailboxes = _systemImpl.Mailboxes;
        if (!mailboxes.HasRequiredType(_props.Type))
            return null;

        var required = mailboxes.GetRequiredType(_props.Type);
        return required.IsInstanceOfType(mailbox.MessageQueue)
            ? null
            : new ActorInitializationException(
                _self, $"Actor [{_self}] requires mailbox type [{required}] got [{mailbox.MessageQueue.GetType()}]");
    }

    private void Publish(LogEvent logEvent) => _systemImpl.EventStream.Publish(logEvent);

    private void LogLifecycle(string message)
    {
        if (_systemImpl.Settings.DebugLifecycle)
            Publish(new Debug(_self.Path.ToString(), ActorType, message));
    }

    private void LogError(Exception cause, string message) => Publish(new Error(cause, _self.Path.ToString(), ActorType, message));

    private Type ActorType => _actor?.GetType() ?? GetType();
}
