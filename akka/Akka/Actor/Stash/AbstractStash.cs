namespace Akka.Actor.Internal;

using Akka.Dispatch;
using Akka.Util;

/// <summary>The stash of one actor: a list of envelopes that go back to the front of the mailbox in their order.</summary>
public abstract class AbstractStash : IStash
{
    private const int Unbounded = -1;

    private readonly ActorCell _cell;
    private readonly IDequeBasedMessageQueueSemantics _mailbox;
    private readonly LinkedList<Envelope> _stash = new();
    private int _stashedEnvelopeId = int.MinValue;

    protected AbstractStash(IActorContext context)
    {
        _cell = (ActorCell)context;
        var queue = _cell.Mailbox.MessageQueue;
        _mailbox = queue as IDequeBasedMessageQueueSemantics ?? throw new NotSupportedException(
            $"The stash of actor [{context.Self.Path}] needs a mailbox that is a deque, but it has [{queue.GetType()}]. " +
            "Let the actor implement IWithStash, or set 'mailbox-type = \"Akka.Dispatch.UnboundedDequeBasedMailbox\"' " +
            "in the section that its Props name as mailbox.");
        Capacity = ConfiguredCapacity(context);
    }

    public virtual int Capacity { get; }

    public int Count => _stash.Count;

    public bool IsEmpty => _stash.Count == 0;

    public bool IsFull => Capacity >= 0 && _stash.Count >= Capacity;

    public bool NonEmpty => _stash.Count > 0;

    public void Stash()
    {
        if (_stashedEnvelopeId == _cell.CurrentEnvelopeId)
        {
            throw new IllegalActorStateException(
                $"Can't stash the same message {_cell.CurrentMessage} more than once in [{_cell.Self.Path}]. " +
                "Stash a message once for each time it is received.");
        }

        if (IsFull)
        {
            throw new StashOverflowException(
                $"Couldn't enqueue message {_cell.CurrentMessage} from {_cell.Sender} to the stash of [{_cell.Self.Path}]: " +
                $"it holds its {Capacity} messages. Raise 'stash-capacity' of its mailbox or dispatcher.");
        }

        _stashedEnvelopeId = _cell.CurrentEnvelopeId;
        _stash.AddLast(new Envelope(_cell.CurrentMessage, _cell.Sender));
    }

    public void Unstash()
    {
        if (_stash.First is not { } oldest)
            return;

        _stash.RemoveFirst();
        GiveBack(oldest.Value);
    }

    public void UnstashAll() => UnstashAll(static _ => true);

    public void UnstashAll(Func<Envelope, bool> filterPredicate)
    {
        for (var node = _stash.Last; node is not null; node = node.Previous)
        {
            if (filterPredicate(node.Value))
                GiveBack(node.Value);
        }

        _stash.Clear();
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var stashed = _stash.ToArray();
        _stash.Clear();
        return stashed;
    }

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes.Reverse())
            _stash.AddFirst(envelope);
    }

    private void GiveBack(in Envelope envelope)
    {
        _mailbox.EnqueueFirst(envelope);

        // Its first delivery has used the cell's note that it is awaited; without a new one the cell would drop it.
        if (envelope.Message is Terminated terminated)
            _cell.TerminatedQueuedFor(terminated.ActorRef, Option<object>.None);
    }

    private static int ConfiguredCapacity(IActorContext context)
    {
        var props = context.Props;
        var deployed = props.Deploy.StashCapacity;
        return deployed != Unbounded ? deployed : context.System.Mailboxes.StashCapacity(props.Dispatcher, props.Mailbox);
    }
}
