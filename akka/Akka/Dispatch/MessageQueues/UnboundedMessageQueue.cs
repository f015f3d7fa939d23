namespace Akka.Dispatch.MessageQueues;

using Akka.Actor;

/// <summary>A queue without a bound, first in, first out, for one consumer at a time.</summary>
public class UnboundedMessageQueue : IMessageQueue, IUnboundedMessageQueueSemantics
{
    internal readonly EnvelopeQueue Queue = new();

    public bool HasMessages => !Queue.IsEmpty;

    public int Count => Queue.Count;

    public void Enqueue(IActorRef receiver, Envelope envelope) => Queue.Enqueue(envelope);

    public bool TryDequeue(out Envelope envelope) => Queue.TryDequeue(out envelope);

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out var envelope))
            deadletters.Enqueue(owner, envelope);
    }
}
