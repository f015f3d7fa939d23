namespace Akka.Dispatch;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

/// <summary>A mailbox in which the lowest number goes first; among equals, the one that came first.</summary>
public abstract class UnboundedStablePriorityMailbox : MailboxType, IProducesMessageQueue<UnboundedStablePriorityMessageQueue>
{
    public const int DefaultCapacity = 11;

    protected UnboundedStablePriorityMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        InitialCapacity = DefaultCapacity;
    }

    public int InitialCapacity { get; }

    protected abstract int PriorityGenerator(object message);

    public sealed override IMessageQueue Create(IActorRef owner, ActorSystem system) =>
        new UnboundedStablePriorityMessageQueue(PriorityGenerator, InitialCapacity);
}
