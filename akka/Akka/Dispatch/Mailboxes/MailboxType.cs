namespace Akka.Dispatch;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

/// <summary>Makes message queues as the configuration says.</summary>
public abstract class MailboxType
{
    protected readonly Settings Settings;
    protected readonly Config Config;

    protected MailboxType(Settings settings, Config config)
    {
        Settings = settings;
        Config = config;
    }

    public abstract IMessageQueue Create(IActorRef owner, ActorSystem system);
}
