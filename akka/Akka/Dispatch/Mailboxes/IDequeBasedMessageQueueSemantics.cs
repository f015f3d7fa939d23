namespace Akka.Dispatch;

using Akka.Actor;

/// <summary>A queue that can be added to at its front, as a stash needs.</summary>
public interface IDequeBasedMessageQueueSemantics : ISemantics
{
    void EnqueueFirst(Envelope envelope);
}
