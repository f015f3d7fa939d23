namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;
using Akka.Persistence;
using static LedgerProtocol;

/// <summary>What a replay does with the events of writers that overlapped.</summary>
[Trait("promise", "replay filter")]
public abstract class ReplayFilterTests(string mode) : ContractTest($$"""
    akka.persistence.journal {
      plugin = "akka.persistence.journal.inmem"
      inmem.replay-filter.mode = {{mode}}
    }
    """)
{
    /// <summary>Has two writers write the same sequence numbers, and replays them.</summary>
    protected void ReplayOverlappingWriters()
    {
        var journal = Persistence.Instance.Apply(Sys).JournalFor(null);
        journal.Tell(new WriteMessages(
            [Write("old", 1), Write("old", 2), Write("old", 3), Write("new", 3), Write("new", 4), Write("old", 4)],
            TestActor,
            1));
        ExpectMsg<WriteMessagesSuccessful>();
        for (var number = 0; number < 6; number++)
            ExpectMsg<WriteMessageSuccess>();

        journal.Tell(new ReplayMessages(1, 10, long.MaxValue, "overlap", TestActor));
    }

    protected void ExpectReplayed(params string[] events)
    {
        foreach (var @event in events)
            Assert.Equal(@event, ExpectMsg<ReplayedMessage>().Persistent.Payload);
        ExpectMsg(new RecoverySuccess(4));
    }

    private static AtomicWrite Write(string writer, long sequenceNr) =>
        new(new Persistent($"{writer} {sequenceNr}", sequenceNr, "overlap", writerGuid: writer));

    public sealed class Repairing() : ReplayFilterTests("repair-by-discard-old")
    {
        [Fact]
        public void The_events_of_the_old_writer_are_dropped()
        {
            ReplayOverlappingWriters();

            ExpectReplayed("old 1", "old 2", "new 3", "new 4");
        }
    }

    public sealed class Warning() : ReplayFilterTests("warn")
    {
        [Fact]
        public void All_events_are_kept()
        {
            ReplayOverlappingWriters();

            ExpectReplayed("old 1", "old 2", "old 3", "new 3", "new 4", "old 4");
        }
    }

    public sealed class Failing() : ReplayFilterTests("fail")
    {
        [Fact]
        public void The_replay_fails()
        {
            ReplayOverlappingWriters();

            ExpectMsg<ReplayMessagesFailure>();
        }
    }

    public sealed class Off() : ReplayFilterTests("off")
    {
        [Fact]
        public void Nobody_looks()
        {
            ReplayOverlappingWriters();

            ExpectReplayed("old 1", "old 2", "old 3", "new 3", "new 4", "old 4");
        }
    }
}
