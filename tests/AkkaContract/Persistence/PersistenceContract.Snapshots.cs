namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Persistence;
using static LedgerProtocol;

/// <content>Snapshots.</content>
public abstract partial class PersistenceContract
{
    [Fact]
    public void A_recovery_starts_from_the_newest_snapshot()
    {
        PrepareWithSnapshots();

        Start();

        ExpectMsg(new Offered("at 4", 4));
        ExpectReplay(5, 6, lastSequenceNr: 6);
    }

    [Fact]
    public void A_recovery_starts_from_an_older_snapshot_when_its_criteria_say_so()
    {
        PrepareWithSnapshots();

        Start(adjust: settings => settings with { Recovery = new Recovery(new SnapshotSelectionCriteria(3)) });

        ExpectMsg(new Offered("at 2", 2));
        ExpectReplay(3, 6, lastSequenceNr: 6);
    }

    [Fact]
    public void A_snapshot_beyond_the_upper_bound_of_the_recovery_is_not_offered()
    {
        PrepareWithSnapshots();

        Start(adjust: settings => settings with { Recovery = new Recovery(SnapshotSelectionCriteria.Latest, toSequenceNr: 3) });

        ExpectMsg(new Offered("at 2", 2));
        ExpectReplay(3, 3, lastSequenceNr: 6);
    }

    [Fact]
    public void A_recovery_without_snapshots_replays_everything()
    {
        PrepareWithSnapshots();

        Start(adjust: settings => settings with { Recovery = new Recovery(SnapshotSelectionCriteria.None) });

        ExpectReplay(1, 6, lastSequenceNr: 6);
    }

    [Fact]
    public void A_snapshot_outlives_the_events_before_it()
    {
        PrepareWithSnapshots();
        var ledger = Start();
        ExpectMsg(new Offered("at 4", 4));
        ExpectReplay(5, 6, lastSequenceNr: 6);

        Tell(ledger, self => self.DeleteMessages(6));
        ExpectMsg(new DeleteMessagesSuccess(6));
        StopAndAwait(ledger);
        Start();

        ExpectMsg(new Offered("at 4", 4));
        ExpectMsg(new Recovered(6));
    }

    [Fact]
    public void A_deleted_snapshot_is_not_offered()
    {
        PrepareWithSnapshots();
        var ledger = Start();
        ExpectMsg(new Offered("at 4", 4));
        ExpectReplay(5, 6, lastSequenceNr: 6);

        Tell(ledger, self => self.DeleteSnapshot(4));
        Assert.Equal(4, ExpectMsg<DeleteSnapshotSuccess>().Metadata.SequenceNr);
        StopAndAwait(ledger);
        Start();

        ExpectMsg(new Offered("at 2", 2));
        ExpectReplay(3, 6, lastSequenceNr: 6);
    }

    [Fact]
    public void Snapshots_are_deleted_by_criteria()
    {
        PrepareWithSnapshots();
        var ledger = Start();
        ExpectMsg(new Offered("at 4", 4));
        ExpectReplay(5, 6, lastSequenceNr: 6);
        var criteria = new SnapshotSelectionCriteria(4);

        Tell(ledger, self => self.DeleteSnapshots(criteria));
        ExpectMsg(new DeleteSnapshotsSuccess(criteria));
        StopAndAwait(ledger);
        Start();

        ExpectReplay(1, 6, lastSequenceNr: 6);
    }

    [Fact]
    public void A_snapshot_at_the_same_sequence_number_replaces_the_one_before()
    {
        var ledger = StartNew();
        Tell(ledger, self => self.PersistEach("1"));
        ExpectMsg("1");
        foreach (var state in new[] { "old", "new" })
        {
            Tell(ledger, self => self.SaveSnapshot(state));
            Assert.Equal(1, ExpectMsg<SaveSnapshotSuccess>().Metadata.SequenceNr);
        }

        StopAndAwait(ledger);
        Start();

        ExpectMsg(new Offered("new", 1));
        ExpectMsg(new Recovered(1));
    }

    [Fact]
    public void A_snapshot_comes_back_as_what_it_was()
    {
        var state = new Deposited("account", -1, ["a", "b"]);
        var ledger = StartNew();
        Tell(ledger, self => self.SaveSnapshot(state));
        ExpectMsg<SaveSnapshotSuccess>();
        StopAndAwait(ledger);

        Start();

        ExpectMsg(new Offered(state, 0));
        ExpectMsg(new Recovered(0));
    }

    /// <summary>Leaves the events "1" to "6", and snapshots taken after "2" and after "4".</summary>
    private void PrepareWithSnapshots()
    {
        var ledger = StartNew();
        foreach (var number in Numbers(1, 6))
        {
            Tell(ledger, self => self.PersistEach(number));
            ExpectMsg(number);
            if (number is not ("2" or "4"))
                continue;

            Tell(ledger, self => self.SaveSnapshot("at " + number));
            ExpectMsg<SaveSnapshotSuccess>();
        }

        StopAndAwait(ledger);
    }
}
