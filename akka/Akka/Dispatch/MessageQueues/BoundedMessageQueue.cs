namespace Akka.Dispatch.MessageQueues;

using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

/// <summary>A queue with a bound, first in, first out.</summary>
public class BoundedMessageQueue : IMessageQueue, IBoundedMessageQueueSemantics
{
    private readonly BlockingCollection<Envelope> _queue;

    public BoundedMessageQueue(Config config)
        : this(config.GetInt("mailbox-capacity"), config.GetTimeSpan("mailbox-push-timeout-time"))
    {
    }

    public BoundedMessageQueue(int boundedCapacity, TimeSpan pushTimeOut)
    {
        PushTimeOut = pushTimeOut;
        _queue = boundedCapacity switch
        {
            < 0 => throw new ArgumentException("Bounded capacity must be greater than zero", nameof(boundedCapacity)),
            0 => new BlockingCollection<Envelope>(),
            _ => new BlockingCollection<Envelope>(boundedCapacity),
        };
    }

    public TimeSpan PushTimeOut { get; set; }

    public bool HasMessages => _queue.Count > 0;

    public int Count => _queue.Count;

    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (!_queue.TryAdd(envelope, PushTimeOut))
            Overflow.ToDeadLetters(receiver, envelope);
    }

    public bool TryDequeue(out Envelope envelope) => _queue.TryTake(out envelope);

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out var envelope))
            deadletters.Enqueue(owner, envelope);
    }
}
