namespace Akka.Dispatch;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

/// <summary>A mailbox in which the lowest number goes first; among equals, any.</summary>
public abstract class UnboundedPriorityMailbox : MailboxType, IProducesMessageQueue<UnboundedPriorityMessageQueue>
{
    public const int DefaultCapacity = 11;

    protected UnboundedPriorityMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        InitialCapacity = DefaultCapacity;
    }

    public int InitialCapacity { get; }

    protected abstract int PriorityGenerator(object message);

    public sealed override IMessageQueue Create(IActorRef owner, ActorSystem system) =>
        new UnboundedPriorityMessageQueue(PriorityGenerator, InitialCapacity);
}
