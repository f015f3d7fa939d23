namespace Akka.Dispatch.MessageQueues;

/// <summary>A queue with a bound that can be added to at its front; what is added there does not count.</summary>
public class BoundedDequeMessageQueue : DequeWrapperMessageQueue, IBoundedDequeBasedMessageQueueSemantics
{
    public BoundedDequeMessageQueue(int boundedCapacity, TimeSpan pushTimeOut)
        : base(new BoundedMessageQueue(boundedCapacity, pushTimeOut))
    {
        PushTimeOut = pushTimeOut;
    }

    public TimeSpan PushTimeOut { get; }
}
