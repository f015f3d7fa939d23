namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;
using Akka.Persistence;
using static LedgerProtocol;

/// <summary>What every journal and snapshot store promises, together with the persistent actors that use them.</summary>
/// <remarks>
/// Instantiate it for each pair of plugins, with a configuration in which they are the defaults. Tests use persistence ids of their own,
/// so a database may be shared between them.
/// </remarks>
/// <param name="config">HOCON with <c>akka.persistence.journal.plugin</c>, <c>akka.persistence.snapshot-store.plugin</c> and their
/// sections.</param>
[Trait("promise", "persistence")]
public abstract partial class PersistenceContract(string config) : ContractTest(config)
{
    private readonly string _id = "contract-" + Guid.NewGuid().ToString("N");

    /// <summary>Starts a ledger and waits for the end of its recovery, in which no event must come.</summary>
    protected IActorRef StartNew(string suffix = "")
    {
        var ledger = Start(suffix);
        ExpectMsg(new Recovered(0));
        return ledger;
    }

    /// <summary>Starts a ledger; what it recovers is still to come.</summary>
    protected IActorRef Start(string suffix = "", Func<LedgerSettings, LedgerSettings>? adjust = null)
    {
        var settings = new LedgerSettings(_id + suffix, TestActor);
        return Sys.ActorOf(Ledger.Props(adjust is null ? settings : adjust(settings)));
    }

    /// <summary>Starts a ledger with the events "1", "2" ... persisted, and stops it again.</summary>
    protected void Prepare(int events, string suffix = "")
    {
        var ledger = StartNew(suffix);
        var numbers = Numbers(1, events);
        Tell(ledger, self => self.PersistAll(numbers, self.Say));
        ExpectAll(numbers);
        StopAndAwait(ledger);
    }

    protected static void Tell(IActorRef ledger, Action<Ledger> action) => ledger.Tell(new Do(action));

    protected static string[] Numbers(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(number => number.ToString())];

    protected void ExpectAll(IEnumerable<object> messages)
    {
        foreach (var message in messages)
            Assert.Equal(message, ReceiveOne(Deadline));
    }

    /// <summary>Expects the replay of "<paramref name="from"/>" ... "<paramref name="to"/>", and then the end of the recovery.</summary>
    protected void ExpectReplay(int from, int to, long lastSequenceNr)
    {
        ExpectAll(Numbers(from, to).Select(number => new Replayed(number)));
        ExpectMsg(new Recovered(lastSequenceNr));
    }
}
