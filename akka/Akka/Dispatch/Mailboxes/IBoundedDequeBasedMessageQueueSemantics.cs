namespace Akka.Dispatch;

/// <summary>A queue with a bound that can be added to at its front.</summary>
public interface IBoundedDequeBasedMessageQueueSemantics : IBoundedMessageQueueSemantics, IDequeBasedMessageQueueSemantics
{
}
