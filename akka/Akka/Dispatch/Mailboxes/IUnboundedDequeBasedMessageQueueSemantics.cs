namespace Akka.Dispatch;

/// <summary>A queue without a bound that can be added to at its front.</summary>
public interface IUnboundedDequeBasedMessageQueueSemantics : IDequeBasedMessageQueueSemantics, IUnboundedMessageQueueSemantics
{
}
