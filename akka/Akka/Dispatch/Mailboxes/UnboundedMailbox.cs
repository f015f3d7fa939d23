namespace Akka.Dispatch;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

/// <summary>The default mailbox: first in, first out, without a bound.</summary>
public sealed class UnboundedMailbox : MailboxType, IProducesMessageQueue<UnboundedMessageQueue>
{
    public UnboundedMailbox()
        : this(null, null)
    {
    }

    public UnboundedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new UnboundedMessageQueue();
}
