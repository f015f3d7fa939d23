namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;
using Akka.Persistence.Journal;
using static LedgerProtocol;

/// <summary>Translation of events between actor and journal.</summary>
[Trait("promise", "event adapters")]
public sealed class EventAdapterTests() : ContractTest("""
    akka.persistence {
      journal {
        plugin = "akka.persistence.journal.inmem"
        inmem {
          event-adapters {
            doubling = "Akka.Flink.AkkaContract.Tests.Persistence.EventAdapterTests+Doubling, Akka.Flink.AkkaContract.Tests"
            refusing = "Akka.Flink.AkkaContract.Tests.Persistence.EventAdapterTests+Refusing, Akka.Flink.AkkaContract.Tests"
            dropping = "Akka.Flink.AkkaContract.Tests.Persistence.EventAdapterTests+Dropping, Akka.Flink.AkkaContract.Tests"
          }
          event-adapter-bindings {
            "System.String" = doubling
            "System.Int64" = refusing
            "Akka.Flink.AkkaContract.Tests.Persistence.LedgerProtocol+Deposited, Akka.Flink.AkkaContract.Tests" = [dropping]
          }
        }
      }
      snapshot-store.plugin = "akka.persistence.snapshot-store.inmem"
    }
    """)
{
    [Fact]
    public void Events_are_translated_on_their_way_to_and_from_the_journal()
    {
        var settings = new LedgerSettings("adapted", TestActor);
        var ledger = Sys.ActorOf(Ledger.Props(settings));
        ExpectMsg(new Recovered(0));
        ledger.Tell(new Do(self =>
        {
            self.PersistEach("a");
            self.Persist(new Deposited("dropped", 1, []), _ => self.Say("dropped"));
            self.Persist(3, _ => self.Say(3));
        }));
        ExpectMsg("a");
        ExpectMsg("dropped");
        ExpectMsg(3);
        StopAndAwait(ledger);

        Sys.ActorOf(Ledger.Props(settings));

        ExpectMsg(new Replayed("read written a"));
        ExpectMsg(new Replayed("read written a"));
        ExpectMsg(new Replayed(3));
        ExpectMsg(new Recovered(3));
    }

    [Fact]
    public void An_event_that_cannot_be_translated_is_rejected_and_the_actor_goes_on()
    {
        var ledger = Sys.ActorOf(Ledger.Props(new LedgerSettings("refused", TestActor)));
        ExpectMsg(new Recovered(0));

        ledger.Tell(new Do(self => self.Persist(1L, _ => self.Say(1L))));
        ledger.Tell(new Do(self => self.Persist(2, _ => self.Say(2))));

        ExpectMsg(new Failed("rejected", "untranslatable", 1L, 1));
        ExpectMsg(2);
    }

    /// <summary>Marks what it writes and reads, and reads everything twice.</summary>
    public sealed class Doubling : IEventAdapter
    {
        public string Manifest(object evt) => "";

        public object ToJournal(object evt) => "written " + evt;

        public IEventSequence FromJournal(object evt, string manifest) => EventSequence.Create("read " + evt, "read " + evt);
    }

    /// <summary>Reads nothing.</summary>
    public sealed class Dropping : IReadEventAdapter
    {
        public IEventSequence FromJournal(object evt, string manifest) => EventSequence.Empty;
    }

    /// <summary>Refuses to write.</summary>
    public sealed class Refusing : IWriteEventAdapter
    {
        public string Manifest(object evt) => "";

        public object ToJournal(object evt) => throw new FormatException("untranslatable");
    }
}
