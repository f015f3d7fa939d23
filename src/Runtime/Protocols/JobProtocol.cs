namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using static JobEffects;

/// <summary>The life of a job in its master: attempts, each started in three phases, run, and ended by its inputs, by request or by a
/// failure.</summary>
/// <remarks>
/// <para>What belongs to another attempt than the current one changes nothing. Commands that are not answered are repeated each
/// <c>heartbeat.interval</c>; to repeat one changes nothing either, so a lost message costs time only.</para>
/// <para><b>Flink.</b> <c>ExecutionGraph</c>, <c>DefaultScheduler</c>.</para>
/// </remarks>
internal static partial class JobProtocol
{
    /// <summary>Takes a message.</summary>
    /// <param name="state">The state.</param>
    /// <param name="message">A report of a task, or one of <see cref="JobInputs"/>.</param>
    /// <param name="nowMs">Now, in milliseconds since the epoch.</param>
    public static JobStep Step(JobState state, object message, long nowMs)
    {
        var effects = new List<IEffect>();
        var next = message switch
        {
            JobInputs.Start => BeginNext(state, nowMs, effects),
            JobInputs.NodesChanged changed => OnNodesChanged(state, changed, nowMs),
            JobInputs.NodeLost lost => OnNodeLost(state, lost, nowMs, effects),
            JobInputs.HandOver => OnHandOver(state, nowMs, effects),
            JobInputs.Planned planned => OnPlanned(state, planned, nowMs, effects),
            JobInputs.NoSlots none => OnNoSlots(state, none, nowMs, effects),
            JobInputs.PlanFailed failed => OnPlanFailed(state, failed, nowMs, effects),
            JobInputs.PlanRefused => state.Phase == JobPhase.AwaitingAttempt ? BeginNext(state, nowMs, effects) : state,
            JobInputs.Rescale rescale => OnRescale(state, rescale.Order, nowMs),
            JobInputs.AttemptDurable durable => Deploy(state, durable, nowMs, effects),
            JobInputs.CheckpointDurable => OnCheckpoint(state, message, nowMs, effects),
            JobInputs.EndDurable => state with { Phase = JobPhase.Ended },
            JobInputs.TaskGone gone => gone.Attempt == state.AttemptId ? OnGone(state, gone.Subtask, nowMs, effects) : state,
            JobInputs.MasterFailed failed => failed.Attempt == state.Attempt ? Fail(state, failed.Failure, nowMs, effects) : state,
            JobInputs.Stop => OnStop(state, nowMs, effects),
            JobInputs.TakeSavepoint take => OnTakeSavepoint(state, take.Directory, nowMs, effects),
            JobInputs.StopWith stop => OnStopWith(state, stop, nowMs, effects),
            JobInputs.SavepointWritten written => OnSavepointWritten(state, written, nowMs, effects),
            JobInputs.Cancel => OnCancel(state, nowMs, effects),
            JobInputs.AssignSplits assign => OnAssign(state, assign, effects),
            JobInputs.Tick => OnTick(state, nowMs, effects),
            ITaskMessage report => report.Attempt == state.AttemptId ? OnReport(state, report, nowMs, effects) : state,
            _ => state,
        };
        return new JobStep(next, effects);
    }

    private static JobState OnReport(JobState state, ITaskMessage report, long nowMs, List<IEffect> effects) => report switch
    {
        TaskDeployed deployed => Advance(state, deployed.Subtask, TaskStage.Deployed, nowMs, effects),
        TaskConnected connected => Advance(state, connected.Subtask, TaskStage.Connected, nowMs, effects),
        TaskRunning running => Advance(state, running.Subtask, TaskStage.Running, nowMs, effects),
        TaskEnded ended => Advance(state, ended.Subtask, TaskStage.Ended, nowMs, effects),
        RestoreFailed failed => OnRestoreFailed(state, failed, nowMs, effects),
        TaskFailed failed => Fail(state, failed.Failure, nowMs, effects),
        TaskStopped stopped => OnGone(state, stopped.Subtask, nowMs, effects),
        SplitRequested request => OnSplitRequested(state, request, effects),
        SplitsReceived received => OnSplitsReceived(state, received),
        _ => OnCheckpoint(state, report, nowMs, effects),
    };

    private static JobState Advance(JobState state, SubtaskId subtask, TaskStage stage, long nowMs, List<IEffect> effects)
    {
        var number = state.Plan.NumberOf(subtask);
        if (number < 0 || state.Stages[number] >= stage)
            return state;

        state = state with { Stages = state.Stages.SetItem(number, stage) };
        return state.Phase switch
        {
            JobPhase.Deploying when HaveAll(state, TaskStage.Deployed) => Connect(state, nowMs, effects),
            JobPhase.Connecting when HaveAll(state, TaskStage.Connected) => Open(state, nowMs, effects),
            JobPhase.Opening when HaveAll(state, TaskStage.Running) => Run(state, nowMs, effects),
            JobPhase.Running when HaveAll(state, TaskStage.Ended) => OnAllEnded(state, nowMs, effects),
            _ => state,
        };
    }

    // Phase 1. Whatever was asked for meanwhile comes first: nothing runs yet, so there is nothing to stop.
    private static JobState Deploy(JobState state, JobInputs.AttemptDurable durable, long nowMs, List<IEffect> effects)
    {
        if (state.Phase != JobPhase.AwaitingAttempt || durable.Attempt <= state.Attempt)
            return state;

        state = Adopt(state, durable);
        if (state.IsCancelRequested || state.IsStopRequested)
            return EndAfterStop(state, nowMs, effects);
        if (state.IsHandedOver || !IsOffered(state, state.Plan))   // a node was lost meanwhile
            return BeginNext(state with { Plan = JobPlan.Empty, Stages = [], Splits = [] }, nowMs, effects);

        effects.Add(new PrepareRestore(durable.Attempt, durable.Checkpoint) { Savepoint = durable.Savepoint });
        for (var i = 0; i < state.Plan.Count; i++)
            effects.Add(new Deploy(i));
        return RepeatLater(Show(state, JobStatus.Starting, null, effects), nowMs);
    }

    private static JobState Adopt(JobState state, JobInputs.AttemptDurable durable)
    {
        var plan = state.NextPlan!;
        state = state with
        {
            Phase = JobPhase.Deploying,
            Attempt = durable.Attempt,
            Plan = plan,
            NextPlan = null,
            Stages = [.. new TaskStage[plan.Count]],
            Splits = ImmutableArray.CreateRange(Enumerable.Repeat(SplitOutbox.Empty, plan.Count)),
            OlderCheckpoints = durable.Older,
            Damaged = null,
        };
        return state with { Checkpoints = state.Settings.Checkpoints.Interval is null ? null : CheckpointsOf(state, durable) };
    }

    private static CheckpointState CheckpointsOf(JobState state, JobInputs.AttemptDurable durable) =>
        new(new AttemptId(state.Job, durable.Attempt), state.Plan, state.Settings.Checkpoints)
        {
            LastNumber = durable.LastNumber,
            Last = durable.Checkpoint,
        };

    private static JobState Connect(JobState state, long nowMs, List<IEffect> effects)
    {
        for (var i = 0; i < state.Plan.Count; i++)
            effects.Add(new Connect(i));
        return RepeatLater(state with { Phase = JobPhase.Connecting }, nowMs);
    }

    private static JobState Open(JobState state, long nowMs, List<IEffect> effects)
    {
        for (var i = 0; i < state.Plan.Count; i++)
            effects.Add(new Tell(i, new RunTask(state.AttemptId)));
        return RepeatLater(state with { Phase = JobPhase.Opening }, nowMs);
    }

    private static JobState Run(JobState state, long nowMs, List<IEffect> effects)
    {
        state = Show(state, JobStatus.Running, null, effects);
        effects.Add(new StartEnumerators());
        if (state.Checkpoints is { } checkpoints)
            state = state with { Checkpoints = CheckpointProtocol.Begin(checkpoints, nowMs) };
        state = RepeatLater(FollowNodes(state with { Phase = JobPhase.Running }, nowMs), nowMs);
        return HaveAll(state, TaskStage.Ended) ? OnAllEnded(state, nowMs, effects) : state;
    }

    private static JobState OnAllEnded(JobState state, long nowMs, List<IEffect> effects)
    {
        if (state.Checkpoints is not { } checkpoints)
            return Finish(state, nowMs, effects);
        if ((state.IsStopRequested && !state.IsDraining) || state.IsMoving)
            return state;   // the stopping checkpoint holds the end of all inputs as well as the final one would

        return state with { Checkpoints = CheckpointProtocol.RequestFinal(checkpoints, nowMs, effects, state.StopSavepoint) };
    }

    private static JobState Finish(JobState state, long nowMs, List<IEffect> effects)
    {
        effects.Add(new StopEnumerators());
        for (var i = 0; i < state.Plan.Count; i++)
            effects.Add(new Tell(i, new FinishTask(state.AttemptId, state.Checkpoints is null)));
        return RepeatLater(state with { Phase = JobPhase.Finishing }, nowMs);
    }

    private static JobState OnCheckpoint(JobState state, object message, long nowMs, List<IEffect> effects)
    {
        // A checkpoint that became durable while its attempt was failing is the manager's to restore; nobody is left to commit it here.
        if (state.Phase != JobPhase.Running || state.Checkpoints is not { } checkpoints)
            return state;

        var step = CheckpointProtocol.Step(checkpoints, message, nowMs, effects);
        state = state with { Checkpoints = step.State };
        return step.Verdict switch
        {
            CheckpointVerdict.TooManyFailures => Fail(state, ProtocolFailures.TooManyCheckpoints(step.State, step.Reason), nowMs, effects),
            CheckpointVerdict.StopFailed => OnStopFailed(state, step.Reason, nowMs, effects),
            CheckpointVerdict.AllCommitted => state.IsMoving ? Move(state, nowMs, effects) : Finish(state, nowMs, effects),
            _ => state,
        };
    }

    private static JobState OnStopFailed(JobState state, string? reason, long nowMs, List<IEffect> effects)
    {
        if (state.IsDraining)
            return FailDrain(state, reason, nowMs, effects);

        state = state.IsMoving
            ? StayForNow(state, reason, nowMs, effects)
            : FollowNodes(Show(GoOn(state), JobStatus.Running, $"The job could not be stopped: {reason}", effects), nowMs);
        return HaveAll(state, TaskStage.Ended) ? OnAllEnded(state, nowMs, effects) : state;
    }

    private static JobState Show(JobState state, JobStatus status, string? reason, List<IEffect> effects)
    {
        effects.Add(new StatusIs(status, reason));
        return state with { Status = status };
    }

    private static JobState RepeatLater(JobState state, long nowMs) =>
        state with { RepeatAtMs = nowMs + (long)state.Settings.Tasks.HeartbeatInterval.TotalMilliseconds };

    private static bool HaveAll(JobState state, TaskStage stage)
    {
        foreach (var each in state.Stages)
        {
            if (each < stage)
                return false;
        }

        return true;
    }
}
