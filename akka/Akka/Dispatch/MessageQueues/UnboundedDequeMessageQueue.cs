namespace Akka.Dispatch.MessageQueues;

/// <summary>A queue without a bound that can be added to at its front.</summary>
public class UnboundedDequeMessageQueue : DequeWrapperMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    public UnboundedDequeMessageQueue()
        : base(new UnboundedMessageQueue())
    {
    }
}
