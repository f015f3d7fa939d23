namespace Akka.Flink.Runtime.Tests.Protocols;

/// <summary>What a job does when nodes are about to leave, and when the job manager is.</summary>
public class JobLeavingProtocolTests : JobProtocolTest
{
    [Fact]
    public void Without_other_slots_a_node_that_leaves_is_left_behind_a_stopping_checkpoint_and_slots_are_waited_for()
    {
        Run(PlanOn("a", "b"));
        At(20_000, new JobInputs.NodesChanged(Nodes("a"), 20_000) { Leaving = ["b"] });
        At(21_000, new JobInputs.Tick());

        Take(new JobInputs.NoSlots(State.PlanRequest, 4, 2));
        Assert.Equal(CheckpointKind.Stopping, Of<JobEffects.Trigger>().Last().Kind);
        CompleteCheckpoint(1);
        StopAll();
        Take(new JobInputs.NoSlots(State.PlanRequest, 4, 2));

        Assert.Equal(JobPhase.WaitingForSlots, State.Phase);
        Assert.Single(Of<JobEffects.ReleaseSlots>());
        Assert.Empty(Of<JobEffects.AttemptFails>());
    }

    [Fact]
    public void Without_other_slots_a_job_stays_where_nobody_leaves()
    {
        Run(PlanOn("a", "b"));
        At(20_000, new JobInputs.NodesChanged(Nodes("a"), 20_000) { Leaving = ["c"] });
        At(21_000, new JobInputs.Tick());

        Take(new JobInputs.NoSlots(State.PlanRequest, 4, 2));

        Assert.False(State.IsMoving);
        Assert.Empty(Of<JobEffects.Trigger>());
    }

    [Fact]
    public void A_job_is_handed_over_behind_a_stopping_checkpoint_and_begins_no_other_attempt()
    {
        Run(PlanOn("a", "b"));

        Take(new JobInputs.HandOver());
        Assert.Equal(CheckpointKind.Stopping, Of<JobEffects.Trigger>().Last().Kind);
        CompleteCheckpoint(1);
        StopAll();

        Assert.Equal(JobPhase.HandedOver, State.Phase);
        Assert.Single(Of<JobEffects.ReleaseSlots>());
        Assert.Single(Of<JobEffects.MakePlan>());
        Assert.Empty(Of<JobEffects.End>());
        At(100_000, new JobInputs.NodesChanged(Nodes("a", "b", "c"), 20_000));
        At(200_000, new JobInputs.Tick());
        Assert.Single(Of<JobEffects.MakePlan>());
    }

    [Fact]
    public void An_attempt_that_starts_is_handed_over_once_it_runs()
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.Planned(1, PlanOn("a", "b")));
        Take(new JobInputs.AttemptDurable(1, null, 0));

        Take(new JobInputs.HandOver());
        Assert.Equal(JobPhase.Deploying, State.Phase);
        StartAll();
        At(10_001, new JobInputs.Tick());

        Assert.Equal(CheckpointKind.Stopping, Of<JobEffects.Trigger>().Last().Kind);
    }

    [Fact]
    public void An_attempt_of_which_nothing_is_deployed_is_handed_over_at_once()
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.Planned(1, PlanOn("a", "b")));

        Take(new JobInputs.HandOver());
        Take(new JobInputs.AttemptDurable(1, null, 0));

        Assert.Equal(JobPhase.HandedOver, State.Phase);
        Assert.Empty(Of<JobEffects.Deploy>());
    }

    [Fact]
    public void A_job_that_waits_is_handed_over_at_once_and_can_be_canceled_all_the_same()
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.NoSlots(1, 4, 1));

        Take(new JobInputs.HandOver());
        Assert.Equal(JobPhase.HandedOver, State.Phase);
        Take(new JobInputs.Cancel());

        Assert.Equal(JobStatus.Canceled, Of<JobEffects.End>().Single().Status);
    }

    [Fact]
    public void A_stopping_checkpoint_that_fails_is_tried_again()
    {
        Run(PlanOn("a", "b"));
        Take(new JobInputs.HandOver());

        Take(new CheckpointDeclined(Attempt, 1, Source, "no room"));
        Assert.False(State.IsMoving);
        At(20_000, new JobInputs.Tick());

        Assert.True(State.IsMoving);
        Assert.Equal(2, Of<JobEffects.Trigger>().Select(trigger => trigger.Number).Distinct().Count());
    }

    [Fact]
    public void A_job_without_checkpoints_runs_on_until_the_job_manager_goes()
    {
        State = new JobState(Job, JobSettings.Default, 1) { Nodes = Nodes("a") };
        Run(PlanOn("a", "a"));

        Take(new JobInputs.HandOver());
        At(20_000, new JobInputs.Tick());

        Assert.Equal(JobPhase.Running, State.Phase);
        Assert.Empty(Told<CancelTask>());
    }
}
