namespace Akka.Flink.AkkaContract.Crash;

using Akka.Actor;
using Akka.Persistence;

/// <summary>Persists event after event, each tenth with a burst of asynchronous ones, and prints the number of each that is safe.</summary>
internal sealed class Chatterbox : ReceivePersistentActor
{
    private const string Next = "next";
    private const int Burst = 20;

    private readonly int _size;
    private long _number;

    public Chatterbox(string persistenceId, int size)
    {
        PersistenceId = persistenceId;
        _size = size;
        Recover<string>(_ => _number++);
        Command<string>(_ => PersistNext());
    }

    public override string PersistenceId { get; }

    protected override void OnReplaySuccess() => Self.Tell(Next);

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr)
    {
        Console.WriteLine($"failed {sequenceNr} {cause.Message.ReplaceLineEndings(" ")}");
        Context.System.Terminate();
    }

    private void PersistNext()
    {
        if (LastSequenceNr % 10 == 0)
            PersistAllAsync(Enumerable.Range(0, Burst).Select(_ => NextEvent()).ToArray(), Say);
        Persist(NextEvent(), text =>
        {
            Say(text);
            Self.Tell(Next);
        });
    }

    /// <summary>Its number, and padding up to the size.</summary>
    private string NextEvent() => $"{++_number} ".PadRight(_size, 'x');

    private void Say(string text) => Console.WriteLine($"safe {LastSequenceNr}");
}
