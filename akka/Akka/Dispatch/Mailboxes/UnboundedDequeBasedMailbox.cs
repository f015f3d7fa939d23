namespace Akka.Dispatch;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

/// <summary>A mailbox without a bound that can be added to at its front, for actors with a stash.</summary>
public sealed class UnboundedDequeBasedMailbox : MailboxType, IProducesMessageQueue<UnboundedDequeMessageQueue>
{
    public UnboundedDequeBasedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new UnboundedDequeMessageQueue();
}
