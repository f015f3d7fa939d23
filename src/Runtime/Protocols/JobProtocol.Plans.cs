namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using static JobEffects;

/// <summary>Which slots an attempt gets, and what follows when nodes come and go.</summary>
internal static partial class JobProtocol
{
    // How often a job that could not be moved is tried again: so many times the stabilization time.
    private const int PatienceAfterFailedMove = 10;

    private static JobState BeginNext(JobState state, long nowMs, List<IEffect> effects)
    {
        state = state with
        {
            Phase = JobPhase.Planning,
            RepeatAtMs = long.MaxValue,
            RestartAtMs = long.MaxValue,
            PlanAtMs = Math.Max(nowMs, StableAtMs(state)),
            IsPlanAwaited = false,
            IsMoving = false,
            WillRestart = false,
            NextPlan = null,
        };
        if (state.IsCancelRequested || state.IsStopRequested)
            return EndAfterStop(state, nowMs, effects);
        if (state.IsHandedOver)
            return LeaveToOthers(state, effects);
        return nowMs >= state.PlanAtMs ? AskForPlan(state, nowMs, effects) : state;
    }

    // In Running it is a question what would be; the answer decides whether that is worth a move.
    private static JobState AskForPlan(JobState state, long nowMs, List<IEffect> effects)
    {
        state = state with { PlanAtMs = long.MaxValue };
        if (state.Phase == JobPhase.Running && !CanMove(state))
            return state;
        if (state.IsHandedOver)
            return LeaveSlots(state, "Another node goes on with the job: a stopping checkpoint is taken.", nowMs, effects);
        if (nowMs < StableAtMs(state))
            return state with { PlanAtMs = StableAtMs(state) };

        var request = state.PlanRequest + 1;
        effects.Add(new MakePlan(request, state.Order, state.Nodes));
        state = state with { PlanRequest = request, IsPlanAwaited = true };
        return state.Phase == JobPhase.Running
            ? state
            : state with { Phase = JobPhase.Planning, PlannedNodes = state.Nodes, PlannedOrder = state.Order };
    }

    private static JobState OnNodesChanged(JobState state, JobInputs.NodesChanged changed, long nowMs)
    {
        state = state with { Nodes = changed.Nodes, NodesSinceMs = changed.SinceMs, Leaving = changed.Leaving };
        return state.Phase switch
        {
            JobPhase.Planning when !state.IsPlanAwaited => state with { PlanAtMs = Math.Max(nowMs, StableAtMs(state)) },
            JobPhase.WaitingForSlots => state with { PlanAtMs = Math.Max(nowMs, StableAtMs(state)) },
            JobPhase.Running => FollowNodes(state, nowMs),
            _ => state,
        };
    }

    private static JobState OnRescale(JobState state, ParallelismOrder order, long nowMs)
    {
        state = state with { Order = order };
        return state.Phase switch
        {
            JobPhase.Planning or JobPhase.WaitingForSlots => state with { IsPlanAwaited = false, PlanAtMs = nowMs },
            JobPhase.Running => FollowNodes(state, nowMs),
            _ => state,
        };
    }

    // Nodes or orders are not those that the attempt was planned for.
    private static JobState FollowNodes(JobState state, long nowMs)
    {
        if (state.IsHandedOver)
            return state with { PlanAtMs = nowMs };

        return state.Nodes == state.PlannedNodes && ReferenceEquals(state.Order, state.PlannedOrder)
            ? state
            : state with { IsPlanAwaited = false, PlanAtMs = Math.Max(nowMs, StableAtMs(state)) };
    }

    private static JobState OnPlanned(JobState state, JobInputs.Planned planned, long nowMs, List<IEffect> effects)
    {
        if (!state.IsPlanAwaited || planned.Request != state.PlanRequest)
            return state;

        state = state with { IsPlanAwaited = false };
        switch (state.Phase)
        {
            case JobPhase.Planning when !IsOffered(state, planned.Plan):
                return BeginNext(state, nowMs, effects);   // nodes have changed meanwhile
            case JobPhase.Planning:
                effects.Add(new BeginAttempt(planned.Plan) { Without = state.Damaged });
                return state with { Phase = JobPhase.AwaitingAttempt, NextPlan = planned.Plan };
            case JobPhase.Running when CanMove(state) && IsOffered(state, planned.Plan) && IsWorthAMove(state, planned.Plan):
                return PrepareMove(state, planned.Plan, nowMs, effects);
            default:
                return state;
        }
    }

    private static JobState OnNoSlots(JobState state, JobInputs.NoSlots none, long nowMs, List<IEffect> effects)
    {
        if (!state.IsPlanAwaited || none.Request != state.PlanRequest)
            return state;

        state = state with { IsPlanAwaited = false };
        var reason = $"{none.Needed} slots are needed and {none.Offered} are there: start a node with {none.Needed - none.Offered} more.";
        switch (state.Phase)
        {
            case JobPhase.Planning when state.Nodes != state.PlannedNodes:
                return BeginNext(state, nowMs, effects);   // nodes have changed meanwhile
            case JobPhase.Planning:
                effects.Add(new ReleaseSlots());
                return Show(state with { Phase = JobPhase.WaitingForSlots }, JobStatus.Created, reason, effects);
            case JobPhase.Running when state.Leaving.Any(state.Plan.Uses):
                return LeaveSlots(state, $"A node leaves: a stopping checkpoint is taken. {reason}", nowMs, effects);
            case JobPhase.Running:
                return Show(state, JobStatus.Running, $"The job stays where it is for now: {reason}", effects);
            default:
                return state;
        }
    }

    private static JobState OnPlanFailed(JobState state, JobInputs.PlanFailed failed, long nowMs, List<IEffect> effects)
    {
        if (!state.IsPlanAwaited || failed.Request != state.PlanRequest)
            return state;

        state = state with { IsPlanAwaited = false };
        return state.Phase switch
        {
            JobPhase.Planning => Fail(state, failed.Failure, nowMs, effects),
            JobPhase.Running => Show(
                state, JobStatus.Running, $"The job stays where it is for now: {failed.Failure.Message}", effects),
            _ => state,
        };
    }

    // What a lost node ran has stopped as far as anybody can know: nobody waits for tasks that cannot answer.
    private static JobState OnNodeLost(JobState state, JobInputs.NodeLost lost, long nowMs, List<IEffect> effects)
    {
        if (state.Nodes is { } nodes)
            state = state with { Nodes = nodes.RemoveAll(each => each.Node == lost.Node) };
        if (!state.Plan.Uses(lost.Node) || state.Phase is not (JobPhase.Deploying or JobPhase.Connecting or JobPhase.Opening
            or JobPhase.Running or JobPhase.Finishing or JobPhase.Canceling))
            return state;

        var stages = state.Stages.ToBuilder();
        for (var i = 0; i < stages.Count; i++)
        {
            if (state.Plan.Subtasks[i].Slot.Node == lost.Node)
                stages[i] = TaskStage.Stopped;
        }

        state = state with { Stages = stages.ToImmutable() };
        return state.Phase switch
        {
            JobPhase.Canceling => HaveAll(state, TaskStage.Stopped) ? EndAfterStop(state, nowMs, effects) : state,
            JobPhase.Finishing when state.Checkpoints is not null =>   // everything is committed
                HaveAll(state, TaskStage.Stopped) ? End(state, JobEnd(state), EndReason(state), effects) : state,
            _ => Fail(state, ProtocolFailures.NodeLost(state.AttemptId, lost), nowMs, effects, isNodeLost: true),
        };
    }

    private static JobState PrepareMove(JobState state, JobPlan plan, long nowMs, List<IEffect> effects)
    {
        state = Show(state with { IsMoving = true }, JobStatus.Running,
            $"The job moves to {plan.Count} subtasks on {plan.CountNodes()} nodes: a stopping checkpoint is taken.", effects);
        return state with { Checkpoints = CheckpointProtocol.RequestStop(state.Checkpoints!, nowMs, effects) };
    }

    // All of the stopping checkpoint is committed, and nothing was read behind it.
    private static JobState Move(JobState state, long nowMs, List<IEffect> effects)
    {
        state = Show(state, JobStatus.Restarting, "The job moves to other slots.", effects);
        return CancelTasks(state with { IsMoving = false, WillRestart = true, RestartAtMs = nowMs }, nowMs, effects);
    }

    private static JobState StayForNow(JobState state, string? reason, long nowMs, List<IEffect> effects)
    {
        var patienceMs = PatienceAfterFailedMove * (long)state.Scheduler.StabilizationTimeout.TotalMilliseconds;
        return Show(state with { IsMoving = false, PlanAtMs = nowMs + Math.Max(1, patienceMs) }, JobStatus.Running,
            $"The job could not be moved and is tried again: {reason}", effects);
    }

    private static bool CanMove(JobState state) => state is
    {
        Nodes: not null, Checkpoints: not null, IsMoving: false, IsStopRequested: false, IsCancelRequested: false,
    } && !HaveAll(state, TaskStage.Ended);

    private static bool IsOffered(JobState state, JobPlan plan) => state.Nodes is not { } nodes || plan.IsWithin(nodes);

    private static bool IsWorthAMove(JobState state, JobPlan plan)
    {
        if (!IsOffered(state, state.Plan) || plan.Count != state.Plan.Count || plan.Vertices != state.Plan.Vertices)
            return true;

        for (var vertex = 0; vertex < plan.Vertices; vertex++)
        {
            if (plan.ParallelismOf(vertex) != state.Plan.ParallelismOf(vertex))
                return true;
        }

        return plan.CountNodes() > state.Plan.CountNodes();
    }

    private static long StableAtMs(JobState state) => state.Nodes is null
        ? long.MinValue
        : state.NodesSinceMs + (long)state.Scheduler.StabilizationTimeout.TotalMilliseconds;
}
