namespace Akka.Dispatch;

using Akka.Dispatch.MessageQueues;

/// <summary>Says of a type of mailbox which queue it makes.</summary>
/// <typeparam name="TQueue">The type of the queue.</typeparam>
public interface IProducesMessageQueue<TQueue>
    where TQueue : IMessageQueue
{
}
