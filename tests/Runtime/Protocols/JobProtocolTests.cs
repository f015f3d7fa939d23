namespace Akka.Flink.Runtime.Tests.Protocols;

using Akka.Actor;

/// <summary>Single steps that the simulation would find late, or whose words matter.</summary>
public class JobProtocolTests
{
    private static readonly JobId Job = new("job");
    private static readonly SubtaskId Source = new(0, 0);
    private static readonly SubtaskId Sink = new(1, 0);
    private static readonly JobPlan OneNode =
        new([new PlannedSubtask(Source, new SlotId("local", 0), true), new PlannedSubtask(Sink, new SlotId("local", 0), false)]);

    private readonly List<JobEffects.IEffect> _effects = [];
    private JobState _state;
    private long _nowMs;

    public JobProtocolTests() => _state = NewJob(Settings());

    private AttemptId Attempt => _state.AttemptId;

    [Fact]
    public void Starts_in_three_phases_each_of_which_waits_for_all_tasks()
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.AttemptDurable(1, null, 0));
        Assert.Equal([0, 1], Of<JobEffects.Deploy>().Select(each => each.Subtask));

        Take(Deployed(Source));
        Assert.Empty(Of<JobEffects.Connect>());
        Take(Deployed(Sink));
        Assert.Equal(2, Of<JobEffects.Connect>().Count());

        Take(new TaskConnected(Attempt, Sink));
        Take(new TaskConnected(Attempt, Source));
        Assert.Equal(2, Told<RunTask>().Count());

        Take(new TaskRunning(Attempt, Source));
        Assert.Empty(Of<JobEffects.StartEnumerators>());
        Take(new TaskRunning(Attempt, Sink));
        Assert.Single(Of<JobEffects.StartEnumerators>());
        Assert.Equal(JobStatus.Running, _state.Status);
    }

    [Fact]
    public void Takes_the_enumerators_state_before_it_triggers_sources_and_no_others()
    {
        Run();

        At(1_000, new JobInputs.Tick());

        Assert.Equal(
            [typeof(JobEffects.SnapshotEnumerators), typeof(JobEffects.Trigger)], _effects.TakeLast(2).Select(effect => effect.GetType()));
        Assert.Equal(0, Of<JobEffects.Trigger>().Last().Subtask);
    }

    [Fact]
    public void Waits_for_the_pause_between_checkpoints()
    {
        Run();
        At(1_000, new JobInputs.Tick());
        Acknowledge(1);
        At(1_800, new JobInputs.CheckpointDurable(new CheckpointId(1, 1)));

        At(2_100, new JobInputs.Tick());
        Assert.Single(Of<JobEffects.Trigger>());
        At(2_300, new JobInputs.Tick());
        Assert.Equal(2, Of<JobEffects.Trigger>().Count());
    }

    [Fact]
    public void Tolerates_as_many_failed_checkpoints_in_a_row_as_it_is_told_to()
    {
        _state = NewJob(Settings(tolerable: 1));
        Run();
        At(1_000, new JobInputs.Tick());
        Take(new CheckpointDeclined(Attempt, 1, Sink, "no room"));
        Assert.Empty(Of<JobEffects.AttemptFails>());

        At(2_000, new JobInputs.Tick());
        At(7_000, new JobInputs.Tick());

        var failure = Assert.Single(Of<JobEffects.AttemptFails>()).Failure;
        Assert.Contains("2 checkpoints failed in a row", failure.Message);
        Assert.Contains("allows 1", failure.Message);
        Assert.Contains("2 of 2 subtasks had not acknowledged within 00:00:05: 0.0, 1.0", failure.Message);
    }

    [Fact]
    public void Waits_for_all_tasks_to_stop_and_for_the_delay_before_the_next_attempt()
    {
        Run();
        At(100, Failed(Source));
        Assert.Equal(TimeSpan.FromMilliseconds(500), Of<JobEffects.AttemptFails>().Single().RestartsIn);

        At(200, new TaskStopped(Attempt, Source));
        At(300, new TaskStopped(Attempt, Sink));
        Assert.Equal(600, _state.NextDeadlineMs);
        Assert.Single(Of<JobEffects.BeginAttempt>());
        At(600, new JobInputs.Tick());

        Assert.Equal(2, Of<JobEffects.BeginAttempt>().Count());
    }

    [Fact]
    public void Fails_at_once_when_another_attempt_cannot_help()
    {
        Run();

        Take(new TaskFailed(Attempt, Source, new TaskFailure(ErrorDomain.Definition, true, "wrong", null, null)));
        Take(new TaskStopped(Attempt, Source));
        Take(new TaskStopped(Attempt, Sink));

        Assert.Equal(JobStatus.Failed, Of<JobEffects.End>().Single().Status);
    }

    [Fact]
    public void Gives_tasks_up_that_do_not_stop_and_names_them()
    {
        Run();
        Take(Failed(Source));
        Take(new TaskStopped(Attempt, Source));

        At(200_000, new JobInputs.Tick());

        var end = Of<JobEffects.End>().Single();
        Assert.Equal(JobStatus.Failed, end.Status);
        Assert.Contains("1 tasks of attempt job#1 did not stop within 00:03:00 ('task.cancellation.timeout'): 1.0", end.Reason);
        Assert.Contains("by chance", end.Reason);
    }

    [Fact]
    public void A_stopping_checkpoint_makes_a_periodic_one_give_way_and_ends_the_job_when_all_have_committed()
    {
        Run();
        At(1_000, new JobInputs.Tick());
        Take(new JobInputs.Stop());
        Assert.Equal(2, Told<NotifyCheckpointAborted>().Count());
        Assert.Equal(CheckpointKind.Stopping, Of<JobEffects.Trigger>().Last().Kind);

        Acknowledge(2);
        Assert.Empty(Told<NotifyCheckpointComplete>());
        Take(new JobInputs.CheckpointDurable(new CheckpointId(1, 2)));
        Take(new CheckpointCommitted(Attempt, 2, Source));
        Assert.Empty(Told<FinishTask>());
        Take(new CheckpointCommitted(Attempt, 2, Sink));
        Assert.All(Told<FinishTask>(), finish => Assert.False(finish.CommitWithoutCheckpoint));
        Take(new TaskStopped(Attempt, Source));
        Take(new TaskStopped(Attempt, Sink));

        Assert.Equal(JobStatus.Suspended, Of<JobEffects.End>().Single().Status);
    }

    [Fact]
    public void A_stopping_checkpoint_that_fails_lets_the_sources_go_on()
    {
        Run();
        Take(new JobInputs.Stop());

        Take(new CheckpointDeclined(Attempt, 1, Sink, "no room"));

        Assert.Equal(JobStatus.Running, _state.Status);
        Assert.Equal(2, Told<NotifyCheckpointAborted>().Count());
        Assert.Empty(Of<JobEffects.AttemptFails>());
    }

    [Fact]
    public void Commits_without_a_checkpoint_where_the_job_takes_none()
    {
        _state = NewJob(JobSettings.Default);
        Run();

        Take(new TaskEnded(Attempt, Source));
        Take(new TaskEnded(Attempt, Sink));

        Assert.Equal(2, Told<FinishTask>().Count(finish => finish.CommitWithoutCheckpoint));
    }

    [Fact]
    public void A_final_checkpoint_is_committed_before_the_job_has_finished()
    {
        Run();
        Take(new TaskEnded(Attempt, Source));
        Take(new TaskEnded(Attempt, Sink));
        Assert.Equal(CheckpointKind.Final, Of<JobEffects.Trigger>().Single().Kind);
        Acknowledge(1);
        Take(new JobInputs.CheckpointDurable(new CheckpointId(1, 1)));
        Take(new CheckpointCommitted(Attempt, 1, Source));

        Assert.Empty(Told<FinishTask>());
        Take(new CheckpointCommitted(Attempt, 1, Sink));

        Assert.Equal(2, Told<FinishTask>().Count());
    }

    [Fact]
    public void Says_splits_again_until_the_reader_has_them()
    {
        Run();
        Take(new JobInputs.AssignSplits(Source, "numbers", [new byte[1]]));
        Take(new JobInputs.AssignSplits(Source, "numbers", null));
        Take(new SplitsReceived(Attempt, "numbers", Source, 1));

        At(20_000, new JobInputs.Tick());
        Take(new SplitsReceived(Attempt, "numbers", Source, 2));
        At(40_000, new JobInputs.Tick());

        Assert.Equal([1, 2, 2], Told<ISplitCommand>().Select(command => command.Sequence));
        Assert.IsType<NoMoreSplits>(Told<ISplitCommand>().Last());
    }

    [Fact]
    public void Answers_each_request_for_a_split_once_however_often_it_is_said_and_whichever_were_lost()
    {
        Run();

        foreach (var count in new[] { 1, 1, 3, 2 })
            Take(new SplitRequested(Attempt, "numbers", Source, count));

        Assert.Equal(3, Of<JobEffects.RequestSplit>().Count());
    }

    [Fact]
    public void A_trigger_names_the_last_splits_that_were_assigned_before_the_enumerators_part()
    {
        Run();
        Take(new JobInputs.AssignSplits(Source, "numbers", [new byte[1]]));

        At(1_000, new JobInputs.Tick());

        Assert.Equal(1, JobProtocol.MessageOf(_state, Of<JobEffects.Trigger>().Single()).Splits);
    }

    private static JobState NewJob(JobSettings settings) => new(Job, settings, 1);

    private static JobSettings Settings(int tolerable = 0) => JobSettings.Default with
    {
        Checkpoints = new CheckpointSettings
        {
            Interval = TimeSpan.FromSeconds(1),
            MinPause = TimeSpan.FromMilliseconds(500),
            Timeout = TimeSpan.FromSeconds(5),
            TolerableFailures = tolerable,
        },
        RestartStrategy = new RestartStrategySettings
        {
            Kind = RestartStrategyKind.FixedDelay, Delay = TimeSpan.FromMilliseconds(500),
        },
    };

    private TaskDeployed Deployed(SubtaskId subtask) => new(Attempt, subtask, ActorRefs.Nobody, "");

    private TaskFailed Failed(SubtaskId subtask) =>
        new(Attempt, subtask, new TaskFailure(ErrorDomain.Function, true, "by chance", null, null));

    private void Run()
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.AttemptDurable(1, null, 0));
        foreach (var subtask in new[] { Source, Sink })
            Take(Deployed(subtask));
        foreach (var subtask in new[] { Source, Sink })
            Take(new TaskConnected(Attempt, subtask));
        foreach (var subtask in new[] { Source, Sink })
            Take(new TaskRunning(Attempt, subtask));
    }

    private void Acknowledge(long number)
    {
        foreach (var subtask in new[] { Source, Sink })
            Take(new CheckpointAcknowledged(Attempt, number, subtask, [], new CheckpointStatistics(0, 0, 0, 0, false)));
    }

    private void At(long nowMs, object message)
    {
        _nowMs = nowMs;
        Take(message);
    }

    private void Take(object message)
    {
        var step = JobProtocol.Step(_state, message, _nowMs);
        _state = step.State;
        _effects.AddRange(step.Effects);
        foreach (var make in step.Effects.OfType<JobEffects.MakePlan>())
            Take(new JobInputs.Planned(make.Request, OneNode));
    }

    private IEnumerable<T> Of<T>() => _effects.OfType<T>();

    private IEnumerable<T> Told<T>() => Of<JobEffects.Tell>().Select(tell => tell.Message).OfType<T>();
}
