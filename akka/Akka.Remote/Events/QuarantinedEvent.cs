namespace Akka.Remote;

using Akka.Actor;
using Akka.Event;

/// <summary>An incarnation of another system is shut out: nothing goes there or comes from there until it has been restarted.</summary>
public sealed class QuarantinedEvent : RemotingLifecycleEvent
{
    public QuarantinedEvent(Address address, int uid)
    {
        Address = address;
        Uid = uid;
    }

    public Address Address { get; }

    public int Uid { get; }

    public override LogLevel LogLevel() => Event.LogLevel.WarningLevel;

    public override string ToString() =>
        $"Association to [{Address}] having UID [{Uid}] is irrecoverably failed. UID is now quarantined and all messages to this UID " +
        "will be delivered to dead letters. Remote ActorSystem must be restarted to recover from this situation.";
}
