namespace Akka.Flink.Runtime.Crash;

using Akka.Actor;
using Akka.Persistence;

/// <summary>Persists event after event, says which are safe, and ends its actor system when it cannot.</summary>
internal sealed class EventSource : ReceivePersistentActor
{
    private const string Next = "next";

    public EventSource(string id)
    {
        PersistenceId = id;
        Recover<string>(_ => { });
        Recover<RecoveryCompleted>(_ =>
        {
            Console.WriteLine("open");
            Self.Tell(Next);
        });
        Command<string>(_ => Persist("an event", _ =>
        {
            Console.WriteLine($"safe {LastSequenceNr}");
            Self.Tell(Next);
        }));
    }

    public override string PersistenceId { get; }

    public static Props Props(string id) => Akka.Actor.Props.Create(() => new EventSource(id));

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) => Fail(cause);

    protected override void OnRecoveryFailure(Exception reason, object? message = null) => Fail(reason);

    private static void Fail(Exception cause)
    {
        Console.WriteLine($"failed {cause.Message.ReplaceLineEndings(" ")}");
        Context.System.Terminate();
    }
}
