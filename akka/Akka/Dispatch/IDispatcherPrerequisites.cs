namespace Akka.Dispatch;

using Akka.Actor;
using Akka.Event;

/// <summary>What dispatchers need of the system.</summary>
public interface IDispatcherPrerequisites
{
    EventStream EventStream { get; }

    IScheduler Scheduler { get; }

    Settings Settings { get; }

    Mailboxes Mailboxes { get; }
}
