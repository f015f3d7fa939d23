namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

/// <summary>Stands in for the cell of an actor that its supervisor has not created yet, and keeps what is sent to it.</summary>
public class UnstartedCell : ICell
{
    private readonly ActorSystemImpl _system;
    private readonly RepointableActorRef _self;
    private readonly Props _props;
    private readonly IInternalActorRef _supervisor;
    private readonly object _lock = new();
    private readonly Queue<Envelope> _messages = new();
    private readonly List<ISystemMessage> _systemMessages = [];
    private ICell _replacement;
    private bool _neverStarts;

    public UnstartedCell(ActorSystemImpl system, RepointableActorRef self, Props props, IInternalActorRef supervisor)
    {
        _system = system;
        _self = self;
        _props = props;
        _supervisor = supervisor;
    }

    public ActorSystem System => _system;

    public ActorSystemImpl SystemImpl => _system;

    public IActorRef Self => _self;

    public Props Props => _props;

    public IInternalActorRef Parent => _supervisor;

    public bool IsLocal => true;

    public bool IsTerminated
    {
        get
        {
            lock (_lock)
                return _neverStarts || (_replacement is not null && _replacement.IsTerminated);
        }
    }

    public bool HasMessages => NumberOfMessages > 0;

    public int NumberOfMessages
    {
        get
        {
            lock (_lock)
                return _replacement?.NumberOfMessages ?? _messages.Count;
        }
    }

    private Mailbox DeadLetters => _system.Mailboxes.DeadLetterMailbox;

    public IChildrenContainer ChildrenContainer => EmptyChildrenContainer.Instance;

    /// <summary>Hands over what was kept, system messages first, and makes the reference go to <paramref name="cell"/> from now
    /// on.</summary>
    public void ReplaceWith(ICell cell)
    {
        lock (_lock)
        {
            foreach (var message in _systemMessages)
                cell.SendSystemMessage(message);
            while (_messages.TryDequeue(out var envelope))
                cell.SendMessage(envelope.Sender, envelope.Message);

            _systemMessages.Clear();
            _replacement = cell;
            _self.SwapUnderlying(cell);
        }
    }

    /// <summary>There will be no cell: what was kept and what comes goes to the dead letters, which also answer who watches.</summary>
    internal void NeverStart()
    {
        ISystemMessage[] systemMessages;
        Envelope[] messages;
        lock (_lock)
        {
            _neverStarts = true;
            (systemMessages, messages) = ([.. _systemMessages], [.. _messages]);
            _systemMessages.Clear();
            _messages.Clear();
        }

        // Not under the lock: who listens to dead letters may be such a cell, too.
        foreach (var message in systemMessages)
            DeadLetters.SystemEnqueue(_self, (SystemMessage)message);
        foreach (var envelope in messages)
            DeadLetters.MessageQueue.Enqueue(_self, envelope);
    }

    public void SendMessage(IActorRef sender, object message)
    {
        var envelope = new Envelope(message ?? throw new InvalidMessageException("Message is null"), sender);
        lock (_lock)
        {
            if (!_neverStarts)
            {
                if (_replacement is null)
                    _messages.Enqueue(envelope);
                else
                    _replacement.SendMessage(sender, message);
                return;
            }
        }

        DeadLetters.MessageQueue.Enqueue(_self, envelope);
    }

    public void SendSystemMessage(ISystemMessage message)
    {
        lock (_lock)
        {
            if (!_neverStarts)
            {
                if (_replacement is null)
                    _systemMessages.Add(message);
                else
                    _replacement.SendSystemMessage(message);
                return;
            }
        }

        DeadLetters.SystemEnqueue(_self, (SystemMessage)message);
    }

    public void Start()
    {
    }

    public void Suspend() => SendSystemMessage(new Suspend());

    public void Resume(Exception causedByFailure) => SendSystemMessage(new Resume(causedByFailure));

    public void Restart(Exception cause) => SendSystemMessage(new Recreate(cause));

    public void Stop() => SendSystemMessage(new Terminate());

    public IEnumerable<IInternalActorRef> GetChildren() => [];

    public IInternalActorRef GetSingleChild(string name) => ActorRefs.Nobody;

    public IInternalActorRef GetChildByName(string name) => ActorRefs.Nobody;

    public bool TryGetChildStatsByName(string name, out IChildStats child)
    {
        child = null;
        return false;
    }
}
