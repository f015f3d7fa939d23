namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;
using Akka.Persistence;
using static LedgerProtocol;

/// <summary>What a persistent actor does when its journal fails, refuses, or is late.</summary>
[Trait("promise", "persistence failures")]
public sealed class TroubledPersistenceTests() : ContractTest("""
    akka.persistence {
      journal {
        plugin = "akka.persistence.journal.troubled"
        troubled {
          class = "Akka.Flink.AkkaContract.Tests.Persistence.TroubledJournal, Akka.Flink.AkkaContract.Tests"
          recovery-event-timeout = 500ms
        }
      }
      snapshot-store.plugin = "akka.persistence.snapshot-store.inmem"
    }
    """)
{
    [Fact]
    public void A_failed_write_calls_the_hook_and_stops_the_actor()
    {
        var ledger = Start("fails");
        Watch(ledger);

        ledger.Tell(new Do(self => self.PersistEach("fail", "never")));

        ExpectMsg(new Failed("persist", "disk full", "fail", 1));
        ExpectTerminated(ledger);
    }

    [Fact]
    public void A_refused_event_calls_the_hook_and_the_actor_goes_on()
    {
        var ledger = Start("refuses");

        ledger.Tell(new Do(self => self.PersistEach("1", "reject", "3")));

        ExpectMsg("1");
        ExpectMsg(new Failed("rejected", "not wanted", "reject", 2));
        ExpectMsg("3");
    }

    [Fact]
    public void An_atomic_write_is_refused_as_a_whole()
    {
        var ledger = Start("refuses all");

        ledger.Tell(new Do(self => self.PersistAll(["1", "reject"], self.Say)));
        ledger.Tell(new Do(self => self.Say("command")));

        ExpectMsg(new Failed("rejected", "not wanted", "1", 1));
        ExpectMsg(new Failed("rejected", "not wanted", "reject", 2));
        ExpectMsg("command");
    }

    [Fact]
    public void Events_persisted_while_a_write_is_under_way_come_after_it()
    {
        TroubledJournal.Slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ledger = Start("slow");

        ledger.Tell(new Do(self => self.PersistAsync("slow", self.Say)));
        for (var number = 0; number < 300; number++)
        {
            var text = number.ToString();
            ledger.Tell(new Do(self => self.PersistAsync(text, self.Say)));
        }

        ExpectNoMsg(Silence);
        TroubledJournal.Slow.SetResult();

        ExpectMsg("slow");
        for (var number = 0; number < 300; number++)
            ExpectMsg(number.ToString());
    }

    [Fact]
    public void Answers_come_in_the_order_of_the_writes_though_these_finish_otherwise()
    {
        TroubledJournal.Slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var journal = Persistence.Instance.Apply(Sys).JournalFor(null);

        journal.Tell(Write("slow", 1));
        journal.Tell(Write("quick", 2));
        ExpectNoMsg(Silence);
        TroubledJournal.Slow.SetResult();

        ExpectMsg<WriteMessagesSuccessful>();
        Assert.Equal("slow", ExpectMsg<WriteMessageSuccess>().Persistent.Payload);
        ExpectMsg<WriteMessagesSuccessful>();
        Assert.Equal("quick", ExpectMsg<WriteMessageSuccess>().Persistent.Payload);
    }

    [Theory]
    [InlineData("unreadable")]
    [InlineData("headless")]
    public void A_failed_replay_calls_the_hook_and_stops_the_actor(string id)
    {
        var ledger = Sys.ActorOf(Ledger.Props(Settings(id)));
        Watch(ledger);

        var failed = ExpectMsg<Failed>();
        Assert.Equal(("recovery", id), (failed.What, failed.Reason));
        ExpectTerminated(ledger);
    }

    [Fact]
    public void A_replay_that_does_not_come_times_out_and_stops_the_actor()
    {
        var ledger = Sys.ActorOf(Ledger.Props(Settings("stuck")));
        Watch(ledger);

        Assert.Equal("recovery", ExpectMsg<Failed>().What);
        ExpectTerminated(ledger);
    }

    [Fact]
    public void A_failed_deletion_is_answered()
    {
        var ledger = Start("undeletable");
        ledger.Tell(new Do(self => self.PersistEach("1")));
        ExpectMsg("1");

        ledger.Tell(new Do(self => self.DeleteMessages(1)));

        var failure = ExpectMsg<DeleteMessagesFailure>();
        Assert.Equal((1L, "read only"), (failure.ToSequenceNr, failure.Cause.Message));
    }

    private LedgerSettings Settings(string id) => new(id, TestActor);

    private IActorRef Start(string id)
    {
        var ledger = Sys.ActorOf(Ledger.Props(Settings(id)));
        ExpectMsg(new Recovered(0));
        return ledger;
    }

    private WriteMessages Write(string payload, long sequenceNr) =>
        new([new AtomicWrite(new Persistent(payload, sequenceNr, "direct", sender: TestActor, writerGuid: "writer"))], TestActor, 1);
}
