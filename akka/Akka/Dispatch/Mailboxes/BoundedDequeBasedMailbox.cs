namespace Akka.Dispatch;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

/// <summary>A mailbox with a bound that can be added to at its front, for actors with a stash.</summary>
public class BoundedDequeBasedMailbox : MailboxType, IProducesMessageQueue<BoundedDequeMessageQueue>, IProducesPushTimeoutSemanticsMailbox
{
    public BoundedDequeBasedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        (Capacity, PushTimeout) = MailboxBounds.Read(config, nameof(BoundedDequeBasedMailbox));
    }

    public int Capacity { get; }

    public TimeSpan PushTimeout { get; }

    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new BoundedDequeMessageQueue(Capacity, PushTimeout);
}
