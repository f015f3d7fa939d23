namespace Akka.Flink.Runtime.Tests.Protocols;

/// <summary>Single steps that the simulation does not come to, or whose order matters.</summary>
public class TaskProtocolTests
{
    private static readonly AttemptId Attempt = new(new JobId("job"), 1);
    private static readonly SubtaskId Subtask = new(0, 0);
    private static readonly TaskFailure Failure = new(ErrorDomain.External, true, "the disk is gone", null, null);

    private readonly List<TaskEffects.IEffect> _effects = [];
    private TaskState _state = new(Attempt, Subtask);

    [Fact]
    public void Says_again_what_it_was_asked_for_again()
    {
        Run(inputs: 1);

        Take(new DeployTask(Attempt, Subtask, new SlotId("local", 0), null));
        Take(new ConnectTask(Attempt, new Dictionary<SubtaskId, Akka.Actor.IActorRef>()));
        Take(new RunTask(Attempt));

        Assert.Single(Of<TaskEffects.Make>());
        Assert.Single(Of<TaskEffects.Wire>());
        Assert.Single(Of<TaskEffects.Open>());
        Assert.Equal(2, Of<TaskEffects.SayDeployed>().Count());
        Assert.Equal(2, Said<TaskConnected>().Count());
        Assert.Equal(2, Said<TaskRunning>().Count());
    }

    [Fact]
    public void Commits_before_it_closes_where_the_job_takes_no_checkpoints()
    {
        Run(inputs: 0);

        Take(new FinishTask(Attempt, CommitWithoutCheckpoint: true));
        Take(new FinishTask(Attempt, CommitWithoutCheckpoint: true));
        Assert.Equal(long.MaxValue, Of<TaskEffects.Commit>().Single().Number);
        Assert.Empty(Of<TaskEffects.Close>());
        Take(new TaskInputs.Committed(long.MaxValue));
        Take(new TaskInputs.Closed());

        Assert.Single(Of<TaskEffects.Close>());
        Assert.Single(Said<TaskStopped>());
        Assert.Empty(Said<CheckpointCommitted>());
    }

    [Fact]
    public void Reports_a_commit_at_the_end_that_fails()
    {
        Run(inputs: 0);
        Take(new FinishTask(Attempt, CommitWithoutCheckpoint: true));

        Take(new TaskInputs.Failed(Failure));
        Take(new TaskInputs.Failed(Failure));

        Assert.Same(Failure, Said<TaskFailed>().Single().Failure);
        Assert.Single(Of<TaskEffects.Close>());
    }

    [Fact]
    public void A_checkpoint_begins_between_batches_and_not_before_the_last_is_written()
    {
        Run(inputs: 0);
        Take(Trigger(1));
        Assert.False(_state.Processes);
        Take(new TaskInputs.BetweenBatches());
        Take(new TaskInputs.Prepared());
        Assert.True(_state.Processes);
        Take(Trigger(2));

        Take(new TaskInputs.BetweenBatches());
        Assert.False(_state.Processes);
        Assert.Single(Of<TaskEffects.Prepare>());
        Take(new TaskInputs.SnapshotWritten(1));
        Take(new TaskInputs.BetweenBatches());

        Assert.Equal(2, Of<TaskEffects.Prepare>().Last().Barrier.Number);
    }

    [Fact]
    public void Both_of_two_checkpoints_in_progress_are_acknowledged()
    {
        Run(inputs: 0);
        Snapshot(1);
        Snapshot(2);

        Take(Durable(1));
        Take(Durable(2));
        Take(Durable(2));

        Assert.Equal([1, 2], Said<CheckpointAcknowledged>().Select(each => each.Number));
    }

    [Fact]
    public void An_input_that_has_ended_counts_as_aligned()
    {
        Run(inputs: 2);
        Take(new TaskInputs.Barrier(0, new CheckpointBarrier(1, CheckpointKind.Periodic, false)));
        Assert.Equal(0, Of<TaskEffects.BlockInput>().Single().Input);
        Assert.Null(_state.Due);

        Take(new TaskInputs.InputEnded(1));

        Assert.Equal(1, _state.Due?.Number);
    }

    [Fact]
    public void The_end_is_not_said_before_all_inputs_have_ended()
    {
        Run(inputs: 2);
        Take(new TaskInputs.InputEnded(1));
        Take(new TaskInputs.InputsEnded());
        Assert.Empty(Said<TaskEnded>());

        Take(new TaskInputs.InputEnded(0));
        Take(new TaskInputs.InputsEnded());

        Assert.Single(Said<TaskEnded>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_checkpoint_that_is_given_up_before_it_is_taken_holds_nothing_back(bool isPreparing)
    {
        Run(inputs: 1);
        Take(new TaskInputs.Barrier(0, new CheckpointBarrier(1, CheckpointKind.Stopping, false)));
        if (isPreparing)
            Take(new TaskInputs.BetweenBatches());

        Take(new NotifyCheckpointAborted(Attempt, 1));
        Take(new TaskInputs.Prepared());

        Assert.True(_state.Processes);
        Assert.Single(Of<TaskEffects.UnblockInputs>());
        Assert.Empty(Of<TaskEffects.Snapshot>());
    }

    [Fact]
    public void A_stopping_checkpoint_that_is_given_up_thaws_the_task()
    {
        Run(inputs: 0);
        Snapshot(1, CheckpointKind.Stopping);
        Assert.False(_state.Processes);

        Take(new NotifyCheckpointAborted(Attempt, 1));

        Assert.True(_state.Processes);
        Assert.Equal(1, Of<TaskEffects.Abandon>().Single().Number);
    }

    [Fact]
    public void Splits_behind_a_trigger_wait_for_its_barrier_and_those_before_it_are_waited_for()
    {
        Run(inputs: 0);
        Take(Trigger(1, splits: 1));
        Assert.True(_state.Processes);
        Take(Splits(2));   // out of turn
        Take(Splits(1));
        Take(Splits(2));
        Assert.Equal([1], Of<TaskEffects.Give>().Select(give => give.Command.Sequence));

        Take(new TaskInputs.BetweenBatches());
        Take(new TaskInputs.Prepared());

        Assert.Equal([1, 2], Of<TaskEffects.Give>().Select(give => give.Command.Sequence));
        Assert.IsType<TaskEffects.Snapshot>(_effects[^2]);
        Assert.Equal([1, 2], Said<SplitsReceived>().Select(received => received.Sequence));
    }

    [Fact]
    public void Splits_that_wait_for_a_checkpoint_that_a_newer_one_replaces_come_before_that()
    {
        Run(inputs: 0);
        Take(Trigger(1, splits: 0));
        Take(Splits(1));
        Assert.Empty(Of<TaskEffects.Give>());

        Take(Trigger(2, splits: 1));

        Assert.Single(Of<TaskEffects.Give>());
        Assert.Equal(1, Said<CheckpointDeclined>().Single().Number);
    }

    [Fact]
    public void Declines_a_checkpoint_whose_trigger_was_overtaken_by_splits_behind_it()
    {
        Run(inputs: 0);
        Take(Splits(1));

        Take(Trigger(1, splits: 0));

        Assert.Contains("splits 1 came before the trigger", Said<CheckpointDeclined>().Single().Reason);
        Assert.Null(_state.Due);
    }

    [Fact]
    public void Asks_again_for_splits_when_its_lease_is_renewed()
    {
        Run(inputs: 0);
        Take(new TaskInputs.SplitWanted("numbers"));
        Take(new TaskInputs.SplitWanted("numbers"));

        Take(new RenewLease(Attempt));

        Assert.Equal([1, 2, 2], Said<SplitRequested>().Select(request => request.Count));
    }

    private static TriggerCheckpoint Trigger(long number, long splits = 0, CheckpointKind kind = CheckpointKind.Periodic) =>
        new(Attempt, number, kind, false, splits);

    private static AssignSplits Splits(long sequence) => new(Attempt, "numbers", sequence, []);

    private static TaskInputs.SnapshotDurable Durable(long number) => new(number, [], new CheckpointStatistics(0, 0, 0, 0, false));

    private void Snapshot(long number, CheckpointKind kind = CheckpointKind.Periodic)
    {
        Take(Trigger(number, kind: kind));
        Take(new TaskInputs.BetweenBatches());
        Take(new TaskInputs.Prepared());
        Take(new TaskInputs.SnapshotWritten(number));
    }

    private void Run(int inputs)
    {
        Take(new DeployTask(Attempt, Subtask, new SlotId("local", 0), null));
        Take(new TaskInputs.Restored(inputs, CheckpointingMode.ExactlyOnce));
        Take(new ConnectTask(Attempt, new Dictionary<SubtaskId, Akka.Actor.IActorRef>()));
        Take(new RunTask(Attempt));
        Take(new TaskInputs.Opened());
    }

    private void Take(object message)
    {
        var step = TaskProtocol.Step(_state, message);
        _state = step.State;
        _effects.AddRange(step.Effects);
    }

    private IEnumerable<T> Of<T>() => _effects.OfType<T>();

    private IEnumerable<T> Said<T>() => Of<TaskEffects.Report>().Select(report => report.Message).OfType<T>();
}
