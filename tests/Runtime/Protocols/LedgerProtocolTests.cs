namespace Akka.Flink.Runtime.Tests.Protocols;

using static ControlEvents;

/// <summary>What is deleted when.</summary>
public class LedgerProtocolTests
{
    private static readonly JobId Job = new("job");
    private static readonly SubtaskId Subtask = new(0, 0);

    private readonly List<LedgerEffects.IEffect> _effects = [];
    private LedgerState _state = LedgerState.Initial;

    public LedgerProtocolTests()
    {
        Take(new LedgerInputs.Recovered(Ledger.Empty));
        Take(new LedgerInputs.Submit(Job, "job", true, false));
        Take(new LedgerInputs.BeginAttempt(Job, new JobPlan([new PlannedSubtask(Subtask, new SlotId("local", 0), true)])));
    }

    [Fact]
    public void What_a_base_that_came_to_nothing_wrote_is_deleted_when_a_later_checkpoint_is_durable()
    {
        Complete(1, "a");

        Complete(3, "c", left: ["a", "b"]);   // b is of checkpoint 2, which was given up

        Assert.Equal(["b"], Deleted().First());
        Assert.Equal(["a"], Deleted().Last());   // once checkpoint 1 is released
    }

    [Fact]
    public void What_a_retained_checkpoint_names_stays_until_that_is_released()
    {
        Complete(1, "a", retained: 2);

        Complete(2, "b", left: ["a"], retained: 2);

        Assert.Empty(Deleted());
    }

    [Fact]
    public void Everything_of_a_job_that_has_finished_is_deleted_once_its_checkpoints_are_released()
    {
        Complete(1, "a");

        Take(new LedgerInputs.EndJob(Job, 1, JobStatus.Finished, null, []));

        var orphans = _effects.OfType<LedgerEffects.DeleteOrphans>().Last();
        Assert.Equal(2, orphans.Attempt);
        Assert.Empty(orphans.Named);
        var released = _effects.FindLastIndex(each => each is LedgerEffects.Persist { Happened: CheckpointsReleased });
        Assert.InRange(released, 0, _effects.IndexOf(orphans));
    }

    [Fact]
    public void A_job_that_was_suspended_keeps_everything()
    {
        Complete(1, "a");

        Take(new LedgerInputs.EndJob(Job, 1, JobStatus.Suspended, null, []));

        Assert.Empty(Deleted());
        Assert.Single(_effects.OfType<LedgerEffects.DeleteOrphans>());   // that of the attempt's start
    }

    private void Complete(long number, string segment, string[]? left = null, int retained = 1)
    {
        var handle = new KeyedStateHandle(0, 127, [new SegmentRange(new SegmentId(segment), 1, 1)], 1);
        var checkpoint = new CompletedCheckpoint(
            new CheckpointId(1, number), CheckpointKind.Periodic, 0, 0, 0, 0, 0,
            [new SubtaskState(Subtask, [new OperatorStateHandle("count", [], handle)])], []);
        Take(new LedgerInputs.CompleteCheckpoint(Job, checkpoint, retained, [.. (left ?? []).Select(each => new SegmentId(each))]));
    }

    private IEnumerable<string[]> Deleted() => _effects.OfType<LedgerEffects.DeleteSegments>()
        .Select(delete => delete.Segments.Select(segment => segment.Value).ToArray());

    // What is to be written is durable at once.
    private void Take(object message)
    {
        var step = LedgerProtocol.Step(_state, message, DateTimeOffset.UnixEpoch);
        _state = step.State;
        _effects.AddRange(step.Effects);
        foreach (var persist in step.Effects.OfType<LedgerEffects.Persist>())
            Take(new LedgerInputs.Durable(persist.Happened));
    }
}
