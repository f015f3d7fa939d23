namespace Akka.Persistence;

/// <summary>A persistent actor with <c>ReceiveRecover</c> and <c>ReceiveCommand</c>.</summary>
public abstract class PersistentActor : Eventsourced
{
    protected override bool Receive(object message) => ReceiveCommand(message);
}
