namespace Akka.Dispatch.MessageQueues;

using Akka.Actor;

/// <summary>Makes a queue one that can be added to at its front.</summary>
/// <remarks>The front is used by the actor itself only, so it needs no lock; it is taken from before the queue behind it.</remarks>
public class DequeWrapperMessageQueue : IMessageQueue, IDequeBasedMessageQueueSemantics
{
    protected readonly IMessageQueue MessageQueue;

    private readonly Stack<Envelope> _front = new();

    public DequeWrapperMessageQueue(IMessageQueue messageQueue) => MessageQueue = messageQueue;

    public bool HasMessages => _front.Count > 0 || MessageQueue.HasMessages;

    public int Count => _front.Count + MessageQueue.Count;

    public void Enqueue(IActorRef receiver, Envelope envelope) => MessageQueue.Enqueue(receiver, envelope);

    public void EnqueueFirst(Envelope envelope) => _front.Push(envelope);

    public bool TryDequeue(out Envelope envelope) => _front.TryPop(out envelope) || MessageQueue.TryDequeue(out envelope);

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out var envelope))
            deadletters.Enqueue(owner, envelope);
    }
}
