namespace Akka.Dispatch.MessageQueues;

using System.Runtime.InteropServices;
using Akka.Actor;

/// <summary>The queue of the default mailbox: many producers, one consumer at a time, no lock and no allocation for a message.</summary>
/// <remarks>
/// <para>
/// Positions are counted by one number, <c>_tail</c>; a producer takes one by an atomic increment and then owns its slot, which lies in the
/// segment whose number is <c>position / SegmentSize</c>. It writes the sender, then publishes the slot by writing the message, which is
/// never null. The consumer takes slots in the order of their positions and clears them.
/// </para>
/// <para>
/// Segments form a list. The producer that owns the middle slot of a segment links the next one, so it is there long before it is needed.
/// A segment that is used up is given a new number when it is linked again. A producer that holds an outdated segment sees the wrong number
/// and searches anew; a segment with the right number cannot be reused before the producer's own slot in it is consumed. So there is no
/// need for
/// counted or tagged pointers.
/// </para>
/// <para>
/// A producer may be preempted between taking its position and publishing; the consumer then finds the queue not empty yet nothing to take,
/// and waits for the slot, as there is only a write left to do.
/// </para>
/// </remarks>
internal sealed class EnvelopeQueue
{
    private const int SegmentBits = 6;
    private const int SegmentSize = 1 << SegmentBits;
    private const int MostSpareSegments = 32;

    private Padded _tail;
    private Segment _tailSegment;
    private Segment _headSegment;
    private long _head;
    private Segment _spare;
    private int _spareCount;
    private int _spareLock;

    public EnvelopeQueue()
    {
        _headSegment = new Segment { Number = 0 };
        _tailSegment = _headSegment;
    }

    public bool IsEmpty => Volatile.Read(ref _tail.Value) == Volatile.Read(ref _head);

    public int Count => (int)Math.Clamp(Volatile.Read(ref _tail.Value) - Volatile.Read(ref _head), 0, int.MaxValue);

    public void Enqueue(in Envelope envelope)
    {
        var position = Interlocked.Increment(ref _tail.Value) - 1;
        var segment = Volatile.Read(ref _tailSegment);
        if (segment.Number != position >> SegmentBits)
            segment = Find(position >> SegmentBits);

        var index = (int)position & (SegmentSize - 1);
        if (index == SegmentSize / 2)
            LinkNext(segment);

        ref var slot = ref segment.Slots[index];
        slot.Sender = envelope.Sender;
        Volatile.Write(ref slot.Message, envelope.Message);
    }

    /// <summary>Takes the first message; for the consumer only.</summary>
    public bool TryDequeue(out Envelope envelope)
    {
        var head = _head;
        var segment = _headSegment;
        var index = (int)head & (SegmentSize - 1);
        ref var slot = ref segment.Slots[index];
        var message = Volatile.Read(ref slot.Message);
        if (message is null)
        {
            if (Volatile.Read(ref _tail.Value) == head)
            {
                envelope = default;
                return false;
            }

            message = Await(ref slot);
        }

        envelope = new Envelope(message, slot.Sender);
        slot.Sender = null;
        slot.Message = null;
        if (index == SegmentSize - 1)
            LeaveSegment(segment);
        Volatile.Write(ref _head, head + 1);
        return true;
    }

    private static object Await(ref Slot slot)
    {
        var spinner = new SpinWait();
        while (true)
        {
            var message = Volatile.Read(ref slot.Message);
            if (message is not null)
                return message;
            spinner.SpinOnce();
        }
    }

    /// <summary>Finds the segment with a number that the caller owns a position in, so that it cannot be reused meanwhile.</summary>
    private Segment Find(long number)
    {
        var spinner = new SpinWait();
        while (true)
        {
            var start = Volatile.Read(ref _tailSegment);
            if (start.Number > number)
                start = Volatile.Read(ref _headSegment);

            for (var segment = start; segment is not null; segment = Volatile.Read(ref segment.Next))
            {
                var found = Volatile.Read(ref segment.Number);
                if (found == number)
                {
                    AdvanceTail(segment);
                    return segment;
                }

                if (found > number)
                    break;
            }

            spinner.SpinOnce();
        }
    }

    private void AdvanceTail(Segment segment)
    {
        // A hint only: should two producers set it in the wrong order, the next one walks a step further and sets it right.
        if (Volatile.Read(ref _tailSegment).Number < segment.Number)
            Volatile.Write(ref _tailSegment, segment);
    }

    private void LinkNext(Segment segment)
    {
        var next = TakeSpare() ?? new Segment();
        next.Next = null;
        Volatile.Write(ref next.Number, segment.Number + 1);
        Volatile.Write(ref segment.Next, next);
    }

    private void LeaveSegment(Segment segment)
    {
        // The middle slot was published after the next segment was linked.
        var next = Volatile.Read(ref segment.Next);
        Volatile.Write(ref _headSegment, next);
        if (Volatile.Read(ref _tailSegment) == segment)
            Interlocked.CompareExchange(ref _tailSegment, next, segment);
        GiveSpare(segment);
    }

    // Whoever finds the spare segments taken allocates, or drops, one: nobody waits for this lock.
    private Segment TakeSpare()
    {
        if (_spare is null || Interlocked.Exchange(ref _spareLock, 1) != 0)
            return null;

        var segment = _spare;
        if (segment is not null)
        {
            _spare = segment.NextSpare;
            segment.NextSpare = null;
            _spareCount--;
        }

        Volatile.Write(ref _spareLock, 0);
        return segment;
    }

    private void GiveSpare(Segment segment)
    {
        if (_spareCount >= MostSpareSegments || Interlocked.Exchange(ref _spareLock, 1) != 0)
            return;

        segment.NextSpare = _spare;
        _spare = segment;
        _spareCount++;
        Volatile.Write(ref _spareLock, 0);
    }

    private struct Slot
    {
        public object Message;
        public IActorRef Sender;
    }

    // The producers' counter keeps away from what the consumer writes.
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Padded
    {
        [FieldOffset(64)]
        public long Value;
    }

    private sealed class Segment
    {
        public readonly Slot[] Slots = new Slot[SegmentSize];
        public long Number;
        public Segment Next;
        public Segment NextSpare;
    }
}
