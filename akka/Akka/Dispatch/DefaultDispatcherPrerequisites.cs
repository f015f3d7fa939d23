namespace Akka.Dispatch;

using Akka.Actor;
using Akka.Event;

/// <summary>What dispatchers need of the system, collected while it is set up.</summary>
public sealed class DefaultDispatcherPrerequisites : IDispatcherPrerequisites
{
    public DefaultDispatcherPrerequisites(EventStream eventStream, IScheduler scheduler, Settings settings, Mailboxes mailboxes)
    {
        EventStream = eventStream;
        Scheduler = scheduler;
        Settings = settings;
        Mailboxes = mailboxes;
    }

    public EventStream EventStream { get; }

    public IScheduler Scheduler { get; }

    public Settings Settings { get; }

    public Mailboxes Mailboxes { get; }
}
