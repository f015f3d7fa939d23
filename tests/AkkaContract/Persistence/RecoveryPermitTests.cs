namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;
using static LedgerProtocol;

/// <summary>How many persistent actors recover at a time.</summary>
[Trait("promise", "persistence")]
public sealed class RecoveryPermitTests() : ContractTest("""
    akka.persistence {
      max-concurrent-recoveries = 1
      journal.plugin = "akka.persistence.journal.inmem"
      snapshot-store.plugin = "akka.persistence.snapshot-store.inmem"
    }
    """)
{
    [Fact]
    public void One_recovers_after_the_other()
    {
        Prepare("first");
        var gate = new Gate();
        Start("first", gate);
        gate.AwaitHeld();

        Sys.ActorOf(Ledger.Props(new LedgerSettings("second", TestActor)));
        ExpectMsg(new Replayed("event"));
        ExpectNoMsg(Silence);
        gate.Open();

        ExpectMsg(new Recovered(1));
        ExpectMsg(new Recovered(0));
    }

    [Fact]
    public void An_actor_that_is_restarted_while_it_recovers_has_one_permit_and_gives_it_back()
    {
        Prepare("first");
        var gate = new Gate();
        var parent = Parent(new AllForOneStrategy(_ => Directive.Restart));
        var sibling = ChildOf(parent, new Script { Started = _ => TestActor.Tell("started") }.ToProps());
        ExpectMsg("started");
        ChildOf(parent, Ledger.Props(Held("first", gate)));
        gate.AwaitHeld();
        ExpectMsg(new Replayed("event"));

        sibling.Tell(new FormatException("restarts both"));
        ExpectMsg("started");
        AwaitStarted(parent);
        gate.Open();

        ExpectMsg(new Replayed("event"));
        ExpectMsg(new Recovered(1));
        Sys.ActorOf(Ledger.Props(new LedgerSettings("second", TestActor)));
        FishForMessage(message => message is Recovered { LastSequenceNr: 0 }, Deadline);   // the end of the first replay may come, too
    }

    private LedgerSettings Held(string id, Gate gate) => new(id, TestActor) { OnReplay = (_, _) => gate.Hold() };

    private void Start(string id, Gate gate) => Sys.ActorOf(Ledger.Props(Held(id, gate)));

    private void Prepare(string id)
    {
        var ledger = Sys.ActorOf(Ledger.Props(new LedgerSettings(id, TestActor)));
        ExpectMsg(new Recovered(0));
        ledger.Tell(new Do(self => self.PersistEach("event")));
        ExpectMsg("event");
        StopAndAwait(ledger);
    }
}
