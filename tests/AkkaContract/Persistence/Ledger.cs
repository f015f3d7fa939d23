namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Persistence;
using static LedgerProtocol;

/// <summary>A persistent actor that does what it is told to, and says to an observer whatever it recovers or is answered.</summary>
/// <remarks>
/// It says <see cref="Replayed"/>, <see cref="Offered"/> and <see cref="Recovered"/> while it recovers, <see cref="Failed"/> when its
/// hooks are called, and passes on every command that is not a <see cref="Do"/>.
/// </remarks>
public sealed class Ledger(LedgerSettings settings) : UntypedPersistentActor
{
    public override string PersistenceId => settings.PersistenceId;

    public override Recovery Recovery => settings.Recovery;

    /// <summary>The sender of the current message.</summary>
    public IActorRef Requester => Sender;

    public static Props Props(LedgerSettings settings) => Akka.Actor.Props.Create(() => new Ledger(settings));

    /// <summary>Tells the observer.</summary>
    public void Say(object message) => settings.Observer.Tell(message, Self);

    /// <summary>Persists the events one by one, and says each in its handler.</summary>
    public void PersistEach(params string[] events)
    {
        foreach (var @event in events)
            Persist(@event, Say);
    }

    /// <summary>Runs <paramref name="action"/> as an asynchronous part of the command.</summary>
    public void Run(Func<Task> action) => RunTask(action);

    protected override void OnCommand(object message)
    {
        if (message is Do command)
            command.Action(this);
        else
            Say(message);
    }

    protected override void OnRecover(object message)
    {
        switch (message)
        {
            case SnapshotOffer offer:
                Say(new Offered(offer.Snapshot, offer.Metadata.SequenceNr));
                break;
            case RecoveryCompleted:
                Say(new Recovered(LastSequenceNr));
                settings.OnRecovered(this);
                break;
            default:
                Say(new Replayed(message));
                settings.OnReplay(this, message);
                break;
        }
    }

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) =>
        Say(new Failed("persist", cause.Message, @event, sequenceNr));

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr) =>
        Say(new Failed("rejected", cause.Message, @event, sequenceNr));

    protected override void OnRecoveryFailure(Exception reason, object? message = null) =>
        Say(new Failed("recovery", reason.Message, message, LastSequenceNr));
}
