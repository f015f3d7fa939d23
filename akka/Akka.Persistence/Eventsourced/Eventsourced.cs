namespace Akka.Persistence;

using Akka.Actor;
using Akka.Event;

/// <summary>An actor whose state is the sum of the events that it has persisted.</summary>
/// <remarks>
/// <para>
/// Such an actor goes through phases. It waits for a permit, asks the snapshot store for a snapshot, has the journal replay the events
/// after it, and then processes commands. Whatever else arrives during recovery lies in an internal stash, apart from the one that users
/// see.
/// </para>
/// <para>
/// A handler is called when the journal has confirmed its event. Pending handlers form a queue, in the order in which events were
/// persisted, and the journal answers in that order, so an answer always belongs to the head of the queue. While a stashing handler (of
/// <c>Persist</c> or <c>PersistAll</c>) is pending, commands go to the internal stash; they come back one at a time, each after the one
/// before it is done.
/// Events that a command or handler persists are collected, and sent as soon as no write is in flight: so writes grow as the journal
/// slows down.
/// </para>
/// <para>
/// An answer carries the instance id of the actor that asked, because after a restart answers to the previous instance still arrive.
/// </para>
/// </remarks>
public abstract partial class Eventsourced : ActorBase, IPersistentIdentity, IPersistenceStash, IPersistenceRecovery
{
    public static readonly Func<Envelope, bool> UnstashFilterPredicate =
        static envelope => envelope.Message is not (WriteMessageSuccess or ReplayedMessage);

    private static int _instances;

    private readonly int _instanceId = Interlocked.Increment(ref _instances);
    private readonly string _writerGuid = Guid.NewGuid().ToString();
    private readonly IStash _internalStash;
    private Phase _phase = Phase.Created;
    private PluginHolder _journal;
    private IActorRef _snapshotStore;
    private ILoggingAdapter _log;
    private long _sequenceNr;

    protected Eventsourced()
    {
        Extension = Persistence.Instance.Apply(Context.System);
        _internalStash = Context.CreateStash(GetType());
        _receiveRecovery = ReceiveRecovery;
    }

    private enum Phase
    {
        Created,
        WaitingRecoveryPermit,
        RecoveryStarted,
        Recovering,
        ProcessingCommands,
        PersistingEvents,
    }

    public abstract string PersistenceId { get; }

    public virtual Recovery Recovery => Recovery.Default;

    public virtual IStashOverflowStrategy InternalStashOverflowStrategy => Extension.DefaultInternalStashOverflowStrategy;

    public IStash Stash { get; set; }

    public string JournalPluginId { get; protected set; }

    public string SnapshotPluginId { get; protected set; }

    public IActorRef Journal => JournalHolder.Ref;

    public IActorRef SnapshotStore => _snapshotStore ??= Extension.SnapshotStoreFor(SnapshotPluginId);

    public string SnapshotterId => PersistenceId;

    public bool IsRecovering => _phase < Phase.ProcessingCommands;

    public bool IsRecoveryFinished => !IsRecovering;

    /// <summary>The highest sequence number of the events that this actor has seen, replayed or confirmed.</summary>
    public long LastSequenceNr { get; private set; }

    public long SnapshotSequenceNr => LastSequenceNr;

    protected PersistenceExtension Extension { get; }

    protected virtual ILoggingAdapter Log => _log ??= Context.GetLogger();

    private PluginHolder JournalHolder => _journal ??= Extension.JournalHolder(JournalPluginId);

    /// <summary>Takes a replayed event, a <see cref="SnapshotOffer"/> or <see cref="RecoveryCompleted"/>.</summary>
    protected abstract bool ReceiveRecover(object message);

    protected abstract bool ReceiveCommand(object message);

    protected virtual void OnReplaySuccess()
    {
    }

    protected override bool AroundReceive(Receive receive, object message)
    {
        switch (_phase)
        {
            case Phase.ProcessingCommands:
                ProcessCommand(receive, message);
                break;
            case Phase.PersistingEvents:
                if (!HandleJournalResponse(message))
                    StashInternally(message);
                break;
            case Phase.Recovering:
                Recover(message);
                break;
            case Phase.RecoveryStarted:
                AwaitSnapshot(message);
                break;
            default:
                AwaitPermit(message);
                break;
        }

        return true;
    }

    private void StashInternally(object message)
    {
        try
        {
            _internalStash.Stash();
        }
        catch (StashOverflowException)
        {
            switch (InternalStashOverflowStrategy)
            {
                case DiscardToDeadLetterStrategy:
                    Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);
                    break;
                case ReplyToStrategy reply:
                    Sender.Tell(reply.Response);
                    break;
                default:
                    throw;
            }
        }
    }

    private void UnstashInternally(bool all)
    {
        if (all)
            _internalStash.UnstashAll();
        else
            _internalStash.Unstash();
    }

    private void SawSequenceNr(IPersistentRepresentation persistent)
    {
        if (persistent.SequenceNr > LastSequenceNr)
            LastSequenceNr = persistent.SequenceNr;
    }
}
