namespace Akka.Flink.Runtime.Tests.Protocols;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>What a job does when nodes come and go.</summary>
public class JobPlanProtocolTests
{
    private static readonly JobId Job = new("job");
    private static readonly SubtaskId Source = new(0, 0);

    private readonly List<JobEffects.IEffect> _effects = [];
    private JobState _state = NewJob();
    private long _nowMs = 10_000;

    private AttemptId Attempt => _state.AttemptId;

    [Fact]
    public void Asks_for_a_plan_once_nodes_have_been_the_same_for_a_while()
    {
        _state = _state with { NodesSinceMs = 9_500 };
        Take(new JobInputs.Start());
        Assert.Empty(Of<JobEffects.MakePlan>());
        Assert.Equal(10_500, _state.NextDeadlineMs);

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

        Assert.Equal(JobPhase.WaitingForSlots, _state.Phase);
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

        Assert.Equal(JobPhase.Waiting, _state.Phase);
        Assert.Equal(["a"], _state.Nodes!.Value.Select(node => node.Node));
    }

    [Fact]
    public void A_node_that_is_lost_while_tasks_are_canceled_is_not_waited_for_either()
    {
        Run(PlanOn("a", "b"));
        Take(new TaskFailed(Attempt, Source, new TaskFailure(ErrorDomain.Function, true, "by chance", null, null)));
        Take(new TaskStopped(Attempt, new SubtaskId(0, 0)));
        Take(new TaskStopped(Attempt, new SubtaskId(1, 0)));
        Assert.Equal(JobPhase.Canceling, _state.Phase);

        Take(new JobInputs.NodeLost("b", "It is unreachable."));

        Assert.Equal(JobPhase.Waiting, _state.Phase);
    }

    [Fact]
    public void A_node_that_the_plan_does_not_use_may_be_lost()
    {
        Run(PlanOn("a", "b"));

        Take(new JobInputs.NodeLost("c", "It is unreachable."));

        Assert.Equal(JobPhase.Running, _state.Phase);
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
        Take(new JobInputs.Planned(_state.PlanRequest, PlanOn("a", "b")));
        Assert.Equal(CheckpointKind.Stopping, Of<JobEffects.Trigger>().Last().Kind);

        CompleteCheckpoint(1);
        Assert.Equal(4, Told<CancelTask>().Count);
        Assert.Empty(Told<FinishTask>());
        StopAll();

        Assert.Empty(Of<JobEffects.AttemptFails>());
        Assert.Equal(RestartState.Initial, _state.Restarts);
        Take(new JobInputs.Planned(_state.PlanRequest, PlanOn("a", "b")));
        Take(new JobInputs.AttemptDurable(2, null, 1));
        Assert.Equal(2, _state.Plan.CountNodes());
    }

    [Fact]
    public void A_plan_that_uses_no_more_nodes_is_not_worth_a_move()
    {
        Run(PlanOn("a", "b"));
        At(20_000, new JobInputs.NodesChanged(Nodes("a", "b", "c"), 20_000));
        At(21_000, new JobInputs.Tick());

        Take(new JobInputs.Planned(_state.PlanRequest, PlanOn("a", "c")));

        Assert.False(_state.IsMoving);
        Assert.Empty(Of<JobEffects.Trigger>());
    }

    [Fact]
    public void A_node_that_is_offered_no_more_is_left()
    {
        Run(PlanOn("a", "b"));
        At(20_000, new JobInputs.NodesChanged(Nodes("a"), 20_000));
        At(21_000, new JobInputs.Tick());

        Take(new JobInputs.Planned(_state.PlanRequest, PlanOn("a", "a")));

        Assert.True(_state.IsMoving);
    }

    [Fact]
    public void A_stopping_checkpoint_that_fails_lets_the_job_stay_until_it_is_tried_again()
    {
        Run(PlanOn("a", "b"));
        Take(new JobInputs.Rescale(ParallelismOrder.None.With(1, null)));
        At(11_000, new JobInputs.Tick());
        Take(new JobInputs.Planned(_state.PlanRequest, new JobPlan([Place(0, 0, "a"), Place(1, 0, "a")])));

        Take(new CheckpointDeclined(Attempt, 1, Source, "no room"));
        Assert.False(_state.IsMoving);
        Assert.Equal(JobStatus.Running, _state.Status);
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
        Take(new JobInputs.Planned(_state.PlanRequest, PlanOn("a", "b")));

        Take(new JobInputs.Stop());
        CompleteCheckpoint(1);
        StopAll();

        Assert.Equal(JobStatus.Suspended, Of<JobEffects.End>().Single().Status);
        Assert.Null(Of<JobEffects.End>().Single().Reason);
    }

    [Fact]
    public void A_job_without_checkpoints_does_not_move()
    {
        _state = new JobState(Job, JobSettings.Default, 1) { Nodes = Nodes("a") };
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

    private static JobState NewJob() => new(
        Job, JobSettings.Default with
        {
            Checkpoints = new CheckpointSettings { Interval = TimeSpan.FromHours(1) },
            RestartStrategy = new RestartStrategySettings { Kind = RestartStrategyKind.FixedDelay, Delay = TimeSpan.FromSeconds(1) },
        }, 1)
    {
        Nodes = Nodes("a", "b"),
    };

    private static ImmutableArray<NodeSlots> Nodes(params string[] names) => [.. names.Select(name => new NodeSlots(name, [0, 1]))];

    private static JobPlan PlanOn(string first, string second) =>
        new([Place(0, 0, first), Place(0, 1, second, 1), Place(1, 0, first), Place(1, 1, second, 1)]);

    private static PlannedSubtask Place(int vertex, int index, string node, int slot = 0) =>
        new(new SubtaskId(vertex, index), new SlotId(node, slot), vertex == 0);

    private void Run(JobPlan plan)
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.Planned(1, plan));
        Take(new JobInputs.AttemptDurable(1, null, 0));
        Assert.Equal(JobPhase.Deploying, _state.Phase);
        foreach (var planned in plan.Subtasks)
            Take(new TaskDeployed(Attempt, planned.Subtask, ActorRefs.Nobody, ""));
        foreach (var planned in plan.Subtasks)
            Take(new TaskConnected(Attempt, planned.Subtask));
        foreach (var planned in plan.Subtasks)
            Take(new TaskRunning(Attempt, planned.Subtask));
        Assert.Equal(JobPhase.Running, _state.Phase);
    }

    private void CompleteCheckpoint(long number)
    {
        foreach (var planned in _state.Plan.Subtasks)
            Take(new CheckpointAcknowledged(Attempt, number, planned.Subtask, [], new CheckpointStatistics(0, 0, 0, 0, false)));
        Take(new JobInputs.CheckpointDurable(new CheckpointId(1, number)));
        foreach (var planned in _state.Plan.Subtasks)
            Take(new CheckpointCommitted(Attempt, number, planned.Subtask));
    }

    private void StopAll()
    {
        foreach (var planned in _state.Plan.Subtasks)
            Take(new TaskStopped(Attempt, planned.Subtask));
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
    }

    private IEnumerable<T> Of<T>() => _effects.OfType<T>();

    private List<int> Told<T>() => [.. Of<JobEffects.Tell>().Where(tell => tell.Message is T).Select(tell => tell.Subtask)];
}
