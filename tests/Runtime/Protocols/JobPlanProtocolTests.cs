namespace Akka.Flink.Runtime.Tests.Protocols;

/// <summary>What a job does when nodes come and go.</summary>
public class JobPlanProtocolTests : JobProtocolTest
{
    [Fact]
    public void Asks_for_a_plan_once_nodes_have_been_the_same_for_a_while()
    {
        State = State with { NodesSinceMs = 9_500 };
        Take(new JobInputs.Start());
        Assert.Empty(Of<JobEffects.MakePlan>());
        Assert.Equal(10_500, State.NextDeadlineMs);

        At(10_400, new JobInputs.NodesChanged(Nodes("a", "b"), 10_400));
        At(10_500, new JobInputs.Tick());
        Assert.Empty(Of<JobEffects.MakePlan>());
        At(11_400, new JobInputs.Tick());

        Assert.Equal(2, Of<JobEffects.MakePlan>().Single().Nodes!.Value.Length);
    }

    [Fact]
    public void Waits_for_slots_and_says_how_many_are_missing()
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.NoSlots(1, 4, 1));

        Assert.Equal(JobPhase.WaitingForSlots, State.Phase);
        Assert.Single(Of<JobEffects.ReleaseSlots>());
        var status = Of<JobEffects.StatusIs>().Last();
        Assert.Equal(JobStatus.Created, status.Status);
        Assert.Contains("4 slots are needed and 1 are there: start a node with 3 more", status.Reason);

        At(20_000, new JobInputs.NodesChanged(Nodes("a", "b"), 20_000));
        At(21_000, new JobInputs.Tick());
        Assert.Equal(2, Of<JobEffects.MakePlan>().Count());
    }

    [Fact]
    public void Asks_again_when_slots_have_come_while_a_plan_was_made()
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.NodesChanged(Nodes("a", "b", "c"), 10_000));

        Take(new JobInputs.NoSlots(1, 6, 4));
        At(11_000, new JobInputs.Tick());

        Assert.Equal(3, Of<JobEffects.MakePlan>().Last().Nodes!.Value.Length);
    }

    [Fact]
    public void A_job_that_waits_for_slots_can_be_canceled()
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.NoSlots(1, 4, 1));

        Take(new JobInputs.Cancel());

        Assert.Equal(JobStatus.Canceled, Of<JobEffects.End>().Single().Status);
    }

    [Fact]
    public void Nobody_waits_for_the_tasks_of_a_node_that_is_lost()
    {
        Run(PlanOn("a", "b"));

        Take(new JobInputs.NodeLost("b", "It is unreachable."));
        Assert.Contains("Node 'b' is lost", Of<JobEffects.AttemptFails>().Single().Failure.Message);
        Assert.Equal(ErrorDomain.External, Of<JobEffects.AttemptFails>().Single().Failure.Domain);
        Assert.Equal([0, 2], Told<CancelTask>());
        Take(new TaskStopped(Attempt, new SubtaskId(0, 0)));
        Take(new TaskStopped(Attempt, new SubtaskId(1, 0)));

        Assert.Equal(JobPhase.Waiting, State.Phase);
        Assert.Equal(["a"], State.Nodes!.Value.Select(node => node.Node));
    }

    [Fact]
    public void After_a_calm_time_nobody_waits_before_the_next_attempt_when_a_node_is_lost()
    {
        var settings = State.Settings with { RestartStrategy = new RestartStrategySettings() };
        State = State with { Settings = settings };
        Run(PlanOn("a", "b"));

        Take(new JobInputs.NodeLost("b", "It is unreachable."));
        Take(new TaskStopped(Attempt, new SubtaskId(0, 0)));
        Take(new TaskStopped(Attempt, new SubtaskId(1, 0)));

        Assert.Equal(TimeSpan.Zero, Of<JobEffects.AttemptFails>().Single().RestartsIn);
        Assert.Equal(2, Of<JobEffects.MakePlan>().Count());
    }

    [Fact]
    public void A_node_that_is_lost_while_tasks_are_canceled_is_not_waited_for_either()
    {
        Run(PlanOn("a", "b"));
        Take(new TaskFailed(Attempt, Source, new TaskFailure(ErrorDomain.Function, true, "by chance", null, null)));
        Take(new TaskStopped(Attempt, new SubtaskId(0, 0)));
        Take(new TaskStopped(Attempt, new SubtaskId(1, 0)));
        Assert.Equal(JobPhase.Canceling, State.Phase);

        Take(new JobInputs.NodeLost("b", "It is unreachable."));

        Assert.Equal(JobPhase.Waiting, State.Phase);
    }

    [Fact]
    public void A_node_that_the_plan_does_not_use_may_be_lost()
    {
        Run(PlanOn("a", "b"));

        Take(new JobInputs.NodeLost("c", "It is unreachable."));

        Assert.Equal(JobPhase.Running, State.Phase);
    }

    [Fact]
    public void A_node_that_is_lost_before_deployment_is_planned_around()
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.Planned(1, PlanOn("a", "b")));
        Take(new JobInputs.NodeLost("b", "It is unreachable."));

        Take(new JobInputs.AttemptDurable(1, null, 0));

        Assert.Empty(Of<JobEffects.Deploy>());
        Assert.Empty(Of<JobEffects.AttemptFails>());
        Assert.Equal(2, Of<JobEffects.MakePlan>().Count());
    }

    [Fact]
    public void A_new_node_is_worth_a_move_by_a_stopping_checkpoint_which_is_no_failure()
    {
        Run(PlanOn("a", "a"));
        At(20_000, new JobInputs.NodesChanged(Nodes("a", "b"), 20_000));
        At(21_000, new JobInputs.Tick());
        Take(new JobInputs.Planned(State.PlanRequest, PlanOn("a", "b")));
        Assert.Equal(CheckpointKind.Stopping, Of<JobEffects.Trigger>().Last().Kind);

        CompleteCheckpoint(1);
        Assert.Equal(4, Told<CancelTask>().Count);
        Assert.Empty(Told<FinishTask>());
        StopAll();

        Assert.Empty(Of<JobEffects.AttemptFails>());
        Assert.Equal(RestartState.Initial, State.Restarts);
        Take(new JobInputs.Planned(State.PlanRequest, PlanOn("a", "b")));
        Take(new JobInputs.AttemptDurable(2, null, 1));
        Assert.Equal(2, State.Plan.CountNodes());
    }

    [Fact]
    public void A_plan_that_uses_no_more_nodes_is_not_worth_a_move()
    {
        Run(PlanOn("a", "b"));
        At(20_000, new JobInputs.NodesChanged(Nodes("a", "b", "c"), 20_000));
        At(21_000, new JobInputs.Tick());

        Take(new JobInputs.Planned(State.PlanRequest, PlanOn("a", "c")));

        Assert.False(State.IsMoving);
        Assert.Empty(Of<JobEffects.Trigger>());
    }

    [Fact]
    public void A_node_that_is_offered_no_more_is_left()
    {
        Run(PlanOn("a", "b"));
        At(20_000, new JobInputs.NodesChanged(Nodes("a"), 20_000));
        At(21_000, new JobInputs.Tick());

        Take(new JobInputs.Planned(State.PlanRequest, PlanOn("a", "a")));

        Assert.True(State.IsMoving);
    }

    [Fact]
    public void A_stopping_checkpoint_that_fails_lets_the_job_stay_until_it_is_tried_again()
    {
        Run(PlanOn("a", "b"));
        Take(new JobInputs.Rescale(ParallelismOrder.None.With(1, null)));
        At(11_000, new JobInputs.Tick());
        Take(new JobInputs.Planned(State.PlanRequest, new JobPlan([Place(0, 0, "a"), Place(1, 0, "a")])));

        Take(new CheckpointDeclined(Attempt, 1, Source, "no room"));
        Assert.False(State.IsMoving);
        Assert.Equal(JobStatus.Running, State.Status);
        Assert.Empty(Of<JobEffects.AttemptFails>());
        At(21_000, new JobInputs.Tick());

        Assert.Equal(3, Of<JobEffects.MakePlan>().Count());
    }

    [Fact]
    public void Who_stops_a_job_that_moves_gets_the_checkpoint_that_is_under_way()
    {
        Run(PlanOn("a", "a"));
        At(20_000, new JobInputs.NodesChanged(Nodes("a", "b"), 20_000));
        At(21_000, new JobInputs.Tick());
        Take(new JobInputs.Planned(State.PlanRequest, PlanOn("a", "b")));

        Take(new JobInputs.Stop());
        CompleteCheckpoint(1);
        StopAll();

        Assert.Equal(JobStatus.Suspended, Of<JobEffects.End>().Single().Status);
        Assert.Null(Of<JobEffects.End>().Single().Reason);
    }

    [Fact]
    public void A_job_without_checkpoints_does_not_move()
    {
        State = new JobState(Job, JobSettings.Default, 1) { Nodes = Nodes("a") };
        Run(PlanOn("a", "a"));

        At(20_000, new JobInputs.NodesChanged(Nodes("a", "b"), 20_000));
        At(21_000, new JobInputs.Tick());

        Assert.Single(Of<JobEffects.MakePlan>());
    }

    [Fact]
    public void A_program_that_cannot_be_planned_ends_its_job()
    {
        Take(new JobInputs.Start());

        Take(new JobInputs.PlanFailed(1, new TaskFailure(ErrorDomain.Definition, false, "no entry point", null, null)));

        Assert.Equal((JobStatus.Failed, "no entry point"), (Of<JobEffects.End>().Single().Status, Of<JobEffects.End>().Single().Reason));
    }

    [Fact]
    public void An_answer_to_a_question_of_before_changes_nothing()
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.Rescale(ParallelismOrder.None.With(1, null)));

        Take(new JobInputs.Planned(1, PlanOn("a", "b")));

        Assert.Empty(Of<JobEffects.BeginAttempt>());
    }
}
