namespace Akka.Dispatch;

using Akka.Actor;
using Akka.Dispatch.SysMsg;

/// <content>The system messages: a list that senders push to, reversed when it is taken.</content>
public partial class Mailbox
{
    private static readonly SystemMessage ClosedQueue = new NoMessage();

    private SystemMessage _systemQueue;

    internal bool HasSystemMessages => Volatile.Read(ref _systemQueue) is { } head && !ReferenceEquals(head, ClosedQueue);

    internal virtual void SystemEnqueue(IActorRef receiver, SystemMessage message)
    {
        while (true)
        {
            var head = Volatile.Read(ref _systemQueue);
            if (ReferenceEquals(head, ClosedQueue))
            {
                _actor?.Dispatcher.Mailboxes.DeadLetterMailbox.SystemEnqueue(receiver, message);
                return;
            }

            message.Next = head;
            if (Interlocked.CompareExchange(ref _systemQueue, message, head) == head)
                return;

            message.Unlink();
        }
    }

    private static SystemMessage Reverse(SystemMessage latest)
    {
        SystemMessage earliest = null;
        while (latest is not null)
        {
            var next = latest.Next;
            latest.Next = earliest;
            earliest = latest;
            latest = next;
        }

        return earliest;
    }

    private SystemMessage Drain() => Reverse(Interlocked.Exchange(ref _systemQueue, null));

    /// <summary>Makes every further system message a dead letter; returns those that were waiting.</summary>
    private SystemMessage Close()
    {
        var waiting = Interlocked.Exchange(ref _systemQueue, ClosedQueue);
        return ReferenceEquals(waiting, ClosedQueue) ? null : Reverse(waiting);
    }

    private void ProcessAllSystemMessages()
    {
        if (!HasSystemMessages || IsClosed)
            return;

        var list = Drain();
        while (list is not null && !IsClosed)
        {
            var message = list;
            list = message.Next;
            message.Unlink();
            _actor.SystemInvoke(message);

            // No user message while there is a system message.
            if (list is null && !IsClosed && HasSystemMessages)
                list = Drain();
        }

        // The actor has ended. Others may wait for an answer to the rest, which is for the dead letters to give.
        while (list is not null)
        {
            var message = list;
            list = message.Next;
            message.Unlink();
            _actor.Dispatcher.Mailboxes.DeadLetterMailbox.SystemEnqueue(_actor.Self, message);
        }
    }
}
