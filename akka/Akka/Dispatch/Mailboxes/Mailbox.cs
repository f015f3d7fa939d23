namespace Akka.Dispatch;

using System.Diagnostics;
using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;

/// <summary>The messages of one actor and the right to process them, which at most one thread has at a time.</summary>
/// <remarks>
/// One word says it all: closed, scheduled, and how often suspended. A sender puts its message in, reads the word, and only if the mailbox
/// is idle tries to set the scheduled bit; the winner hands the mailbox to the executor. A run takes system messages first, then user
/// messages up to the throughput of the dispatcher, and looks for system messages after each. It clears the bit when nothing is left and
/// then looks once more. The queue counts a message before the sender reads the word, so one of the two sees the other.
/// </remarks>
public partial class Mailbox : IRunnable
{
    private const int Open = 0;
    private const int Closed = 1;
    private const int Scheduled = 2;
    private const int SuspendUnit = 4;
    private const int SuspendMask = ~(Closed | Scheduled);

    private readonly IMessageQueue _messageQueue;
    private readonly EnvelopeQueue _fastQueue;
    private ActorCell _actor;
    private int _status;

    public Mailbox(IMessageQueue messageQueue)
    {
        _messageQueue = messageQueue;
        if (messageQueue?.GetType() == typeof(UnboundedMessageQueue))
            _fastQueue = ((UnboundedMessageQueue)messageQueue).Queue;
    }

    public MessageDispatcher Dispatcher { get; internal set; }

    public IMessageQueue MessageQueue => _messageQueue;

    internal ActorCell Actor => _actor;

    internal bool HasMessages => _fastQueue is not null ? !_fastQueue.IsEmpty : _messageQueue.HasMessages;

    internal int NumberOfMessages => _messageQueue.Count;

    internal bool IsClosed => (Volatile.Read(ref _status) & Closed) != 0;

    public virtual void SetActor(ActorCell actorCell) => _actor = actorCell;

    public void Run() => Execute();

    public void Execute()
    {
        if (!IsClosed)
        {
            var previous = InternalCurrentActorCellKeeper.Current;
            InternalCurrentActorCellKeeper.Current = _actor;
            try
            {
                ProcessAllSystemMessages();
                ProcessMailbox();
            }
            finally
            {
                InternalCurrentActorCellKeeper.Current = previous;
            }
        }

        EndRun();
    }

    /// <summary>Empties the closed mailbox into the dead letters.</summary>
    public virtual void CleanUp()
    {
        if (_actor is null)
            return;

        var deadLetters = _actor.Dispatcher.Mailboxes.DeadLetterMailbox;
        for (var message = Close(); message is not null;)
        {
            var next = message.Next;
            message.Unlink();
            deadLetters.SystemEnqueue(_actor.Self, message);
            message = next;
        }

        CleanUpMessages();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (_fastQueue is not null)
            _fastQueue.Enqueue(envelope);
        else
            _messageQueue.Enqueue(receiver, envelope);
    }

    /// <summary>Takes the right to process, after a message was put in; false when somebody has it or it is not to be had.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryScheduleAfterEnqueue()
    {
        var status = Volatile.Read(ref _status);
        if (status == Open)
            return TrySetAsScheduled();
        if ((status & Closed) != 0)
            CleanUpMessages();
        return false;
    }

    internal bool CanBeScheduledForExecution(bool hasMessageHint, bool hasSystemMessageHint)
    {
        var status = Volatile.Read(ref _status);
        if ((status & Closed) != 0)
            return false;

        if ((status & SuspendMask) != 0)
            return hasSystemMessageHint || HasSystemMessages;
        return hasMessageHint || hasSystemMessageHint || HasSystemMessages || HasMessages;
    }

    internal bool TrySetAsScheduled()
    {
        while (true)
        {
            var status = Volatile.Read(ref _status);
            if ((status & (Closed | Scheduled)) != 0)
                return false;
            if (Interlocked.CompareExchange(ref _status, status | Scheduled, status) == status)
                return true;
        }
    }

    internal void SetAsIdle() => Interlocked.And(ref _status, ~Scheduled);

    internal void BecomeClosed() => Interlocked.Or(ref _status, Closed);

    private void EndRun()
    {
        // With more to do, the right to process is kept: no need to give it up and fight for it again.
        if (Volatile.Read(ref _status) == Scheduled && (HasSystemMessages || HasMessages))
        {
            Dispatcher.Execute(this);
            return;
        }

        SetAsIdle();
        Dispatcher.RegisterForExecution(this, false, false);
    }

    private void ProcessMailbox()
    {
        var left = Math.Max(Dispatcher.Throughput, 1);
        var deadline = Dispatcher.ThroughputDeadlineTime is > 0 and var ticks
            ? Stopwatch.GetTimestamp() + (long)(ticks * ((double)Stopwatch.Frequency / TimeSpan.TicksPerSecond))
            : long.MaxValue;

        while ((Volatile.Read(ref _status) & ~Scheduled) == 0)
        {
            Envelope envelope;
            if (!(_fastQueue is not null ? _fastQueue.TryDequeue(out envelope) : _messageQueue.TryDequeue(out envelope)))
                return;

            _actor.Process(envelope.Message, envelope.Sender);
            if (HasSystemMessages)
                ProcessAllSystemMessages();
            if (--left <= 0 || (deadline != long.MaxValue && Stopwatch.GetTimestamp() >= deadline))
                return;
        }
    }

    // By the actor as it ends, and by senders that had the mailbox in hand and came too late.
    private void CleanUpMessages()
    {
        if (_actor is null)
            return;

        lock (_messageQueue)
            _messageQueue.CleanUp(_actor.Self, _actor.Dispatcher.Mailboxes.DeadLetterMailbox.MessageQueue);
    }
}
