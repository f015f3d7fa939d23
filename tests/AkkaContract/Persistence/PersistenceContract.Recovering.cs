namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;
using Akka.Persistence;
using static LedgerProtocol;

/// <content>Recovery, its bounds, restarts and deletions.</content>
public abstract partial class PersistenceContract
{
    [Fact]
    public void Sequence_numbers_go_on_after_a_recovery()
    {
        Prepare(3);
        var ledger = Start();
        ExpectReplay(1, 3, lastSequenceNr: 3);

        Tell(ledger, self => self.Persist("4", _ => self.Say(self.LastSequenceNr)));

        ExpectMsg(4L);
    }

    [Fact]
    public void Commands_wait_for_the_end_of_the_recovery_and_keep_their_order()
    {
        Prepare(100);

        var ledger = Start();
        for (var number = 1; number <= 20; number++)
            ledger.Tell(number);

        ExpectReplay(1, 100, lastSequenceNr: 100);
        ExpectAll(Enumerable.Range(1, 20).Cast<object>());
    }

    [Fact]
    public void A_recovery_ends_at_its_upper_bound_but_knows_the_highest_sequence_number()
    {
        Prepare(10);

        Start(adjust: settings => settings with { Recovery = new Recovery(SnapshotSelectionCriteria.Latest, toSequenceNr: 4) });

        ExpectReplay(1, 4, lastSequenceNr: 10);
    }

    [Fact]
    public void A_recovery_ends_after_its_maximum_of_events()
    {
        Prepare(10);

        Start(adjust: settings => settings with { Recovery = new Recovery(SnapshotSelectionCriteria.Latest, replayMax: 3) });

        ExpectReplay(1, 3, lastSequenceNr: 10);
    }

    [Fact]
    public void No_recovery_still_finds_the_sequence_number()
    {
        Prepare(5);

        var ledger = Start(adjust: settings => settings with { Recovery = Recovery.None });
        ExpectMsg(new Recovered(5));
        Tell(ledger, self => self.Persist("6", _ => self.Say(self.LastSequenceNr)));

        ExpectMsg(6L);
    }

    [Fact]
    public void Events_can_be_persisted_when_the_recovery_is_complete_and_come_before_commands()
    {
        var ledger = Start(adjust: settings => settings with { OnRecovered = self => self.PersistEach("event") });
        ledger.Tell("command");

        ExpectMsg(new Recovered(0));
        ExpectAll(["event", "command"]);
    }

    [Fact]
    public void Persisting_during_replay_fails_the_recovery_and_stops_the_actor()
    {
        Prepare(2);
        var gate = new Gate();

        var ledger = Start(adjust: settings => settings with
        {
            OnReplay = (self, _) =>
            {
                gate.Hold();
                self.PersistEach("never");
            },
        });
        gate.AwaitHeld();
        Watch(ledger);
        gate.Open();

        ExpectMsg(new Replayed("1"));
        Assert.Equal(("recovery", (object)"1", 1L), Parts(ExpectMsg<Failed>()));
        ExpectTerminated(ledger);
    }

    [Fact]
    public void A_restarted_actor_recovers_its_events_and_goes_on_with_its_commands()
    {
        var ledger = StartNew();
        var gate = new Gate();

        Tell(ledger, _ => gate.Hold());
        Tell(ledger, self => self.PersistEach("1"));
        Tell(ledger, _ => throw new InvalidOperationException("restart"));
        Tell(ledger, self => self.Say("after"));
        gate.Open();

        ExpectMsg("1");
        ExpectReplay(1, 1, lastSequenceNr: 1);
        ExpectMsg("after");
    }

    [Fact]
    public void An_exception_in_a_handler_restarts_the_actor_with_the_event_persisted()
    {
        var ledger = StartNew();

        Tell(ledger, self => self.Persist("1", _ => throw new InvalidOperationException("restart")));
        Tell(ledger, self => self.Say("after"));

        ExpectReplay(1, 1, lastSequenceNr: 1);
        ExpectMsg("after");
    }

    [Fact]
    public void The_stash_of_the_user_is_apart_from_that_of_persisting()
    {
        var ledger = StartNew();
        var stashed = false;

        Tell(ledger, self =>
        {
            if (stashed)
            {
                self.Say("unstashed");
                return;
            }

            stashed = true;
            self.Stash.Stash();
        });
        Tell(ledger, self => self.PersistEach("event"));
        Tell(ledger, self => self.Stash.UnstashAll());

        ExpectAll(["event", "unstashed"]);
    }

    [Fact]
    public void Deleted_events_are_not_replayed()
    {
        Prepare(5);
        var ledger = Start();
        ExpectReplay(1, 5, lastSequenceNr: 5);

        Tell(ledger, self => self.DeleteMessages(3));
        ExpectMsg(new DeleteMessagesSuccess(3));
        StopAndAwait(ledger);
        Start();

        ExpectReplay(4, 5, lastSequenceNr: 5);
    }

    [Fact]
    public void Sequence_numbers_go_on_after_the_deletion_of_all_events()
    {
        Prepare(5);
        var ledger = Start();
        ExpectReplay(1, 5, lastSequenceNr: 5);

        Tell(ledger, self => self.DeleteMessages(long.MaxValue));
        ExpectMsg(new DeleteMessagesSuccess(long.MaxValue));
        StopAndAwait(ledger);
        Start();

        ExpectMsg(new Recovered(5));
    }

    [Fact]
    public void Events_that_are_not_there_yet_cannot_be_deleted()
    {
        var ledger = StartNew();

        Tell(ledger, self => self.DeleteMessages(1));

        Assert.Equal(1, ExpectMsg<DeleteMessagesFailure>().ToSequenceNr);
    }

    [Fact]
    public void Many_actors_recover_at_once()
    {
        const int actors = 120;   // more than there are permits
        for (var number = 0; number < actors; number++)
            Start($"-{number}");

        for (var number = 0; number < actors; number++)
            ExpectMsg(new Recovered(0));
    }

    private static (string What, object? Event, long SequenceNr) Parts(Failed failed) => (failed.What, failed.Event, failed.SequenceNr);
}
