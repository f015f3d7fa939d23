namespace Akka.Flink.Runtime;

using static JobEffects;

/// <summary>Stopping, canceling, failing, and beginning again.</summary>
internal static partial class JobProtocol
{
    private static JobState OnStop(JobState state, long nowMs, List<IEffect> effects)
    {
        if (state.IsStopRequested || state.IsCancelRequested)
            return state;
        if (state.Settings.Checkpoints.Interval is null)
            return OnCancel(state, nowMs, effects);

        switch (state.Phase)
        {
            case JobPhase.Planning or JobPhase.WaitingForSlots or JobPhase.HandedOver:
                return EndAfterStop(state with { IsStopRequested = true, WillRestart = false }, nowMs, effects);
            case JobPhase.AwaitingAttempt:
                return state with { IsStopRequested = true };
            case JobPhase.Deploying or JobPhase.Connecting or JobPhase.Opening:
                return CancelTasks(state with { IsStopRequested = true, WillRestart = false }, nowMs, effects);
            case JobPhase.Running when state.IsMoving:
                return Show(state with { IsStopRequested = true, IsMoving = false }, JobStatus.Stopping, null, effects);   // under way
            case JobPhase.Running when !HaveAll(state, TaskStage.Ended):
                state = Show(state with { IsStopRequested = true }, JobStatus.Stopping, null, effects);
                return state with { Checkpoints = CheckpointProtocol.RequestStop(state.Checkpoints!, nowMs, effects) };
            case JobPhase.Canceling when state.WillRestart:
                return state with { IsStopRequested = true, WillRestart = false };
            case JobPhase.Waiting:
                return EndAfterStop(state with { IsStopRequested = true, WillRestart = false }, nowMs, effects);
            default:
                return state;   // it is ending by itself
        }
    }

    private static JobState OnCancel(JobState state, long nowMs, List<IEffect> effects)
    {
        if (state.IsCancelRequested)
            return state;

        switch (state.Phase)
        {
            case JobPhase.Ending or JobPhase.Ended:
                return state;
            case JobPhase.AwaitingAttempt or JobPhase.Canceling:
                return state with { IsCancelRequested = true, WillRestart = false };
            case JobPhase.Waiting or JobPhase.Planning or JobPhase.WaitingForSlots or JobPhase.HandedOver:
                return EndAfterStop(state with { IsCancelRequested = true, WillRestart = false }, nowMs, effects);
            default:
                return CancelTasks(state with { IsCancelRequested = true, WillRestart = false }, nowMs, effects);
        }
    }

    private static JobState Fail(
        JobState state, TaskFailure failure, long nowMs, List<IEffect> effects, bool isNodeLost = false)
    {
        if (state.Phase is JobPhase.Canceling or JobPhase.Waiting or JobPhase.HandedOver or JobPhase.Ending or JobPhase.Ended)
            return state;   // what fails while its attempt is being stopped is a consequence

        TimeSpan? delay = null;
        if (!state.IsStopRequested && !state.IsCancelRequested && failure.IsRecoverable && failure.Domain != ErrorDomain.Definition)
        {
            (var restarts, delay) = RestartStrategy.Next(
                state.Settings.RestartStrategy, state.Settings.Checkpoints.Interval is not null, state.Restarts, state.Seed, nowMs,
                isNodeLost);
            state = state with { Restarts = restarts };
        }

        effects.Add(new AttemptFails(failure, delay));
        if (delay is not null)
            state = Show(state, JobStatus.Restarting, failure.Message, effects);
        state = state with
        {
            Failure = failure,
            WillRestart = delay is not null,
            IsMoving = false,
            RestartAtMs = nowMs + (long)(delay ?? TimeSpan.Zero).TotalMilliseconds,
        };
        return CancelTasks(state, nowMs, effects);
    }

    // What is damaged stays so: the attempt after it goes on from the checkpoint before, or there is none.
    private static JobState OnRestoreFailed(JobState state, RestoreFailed failed, long nowMs, List<IEffect> effects)
    {
        if (state.Phase is JobPhase.Canceling or JobPhase.Waiting or JobPhase.Ending or JobPhase.Ended)
            return state;

        var recovery = state.Settings.Recovery;
        var failure = ProtocolFailures.Damaged(failed, recovery.FallsBack, state.OlderCheckpoints);
        return Fail(failure.IsRecoverable ? state with { Damaged = failed.Checkpoint } : state, failure, nowMs, effects);
    }

    private static JobState CancelTasks(JobState state, long nowMs, List<IEffect> effects)
    {
        effects.Add(new StopEnumerators());
        for (var i = 0; i < state.Plan.Count; i++)
        {
            if (state.Stages[i] != TaskStage.Stopped)
                effects.Add(new Tell(i, new CancelTask(state.AttemptId)));
        }

        state = state with
        {
            Phase = JobPhase.Canceling,
            CancelDeadlineMs = nowMs + (long)state.Settings.Tasks.CancellationTimeout.TotalMilliseconds,
        };
        state = RepeatLater(state, nowMs);
        return HaveAll(state, TaskStage.Stopped) ? EndAfterStop(state, nowMs, effects) : state;
    }

    private static JobState OnGone(JobState state, SubtaskId subtask, long nowMs, List<IEffect> effects)
    {
        var number = state.Plan.NumberOf(subtask);
        if (number < 0 || state.Stages[number] == TaskStage.Stopped)
            return state;

        state = state with { Stages = state.Stages.SetItem(number, TaskStage.Stopped) };
        switch (state.Phase)
        {
            case JobPhase.Finishing:
                return HaveAll(state, TaskStage.Stopped) ? End(state, JobEnd(state), EndReason(state), effects) : state;
            case JobPhase.Canceling:
                return HaveAll(state, TaskStage.Stopped) ? EndAfterStop(state, nowMs, effects) : state;
            default:
                return Fail(state, ProtocolFailures.TaskGone(state.AttemptId, subtask), nowMs, effects);
        }
    }

    // What was drained has said all that it had to; only where its savepoint is none, its last checkpoint is kept instead.
    private static JobStatus JobEnd(JobState state) =>
        state.IsStopRequested && (!state.IsDraining || state.StopFailure is not null) ? JobStatus.Suspended : JobStatus.Finished;

    // All tasks are gone.
    private static JobState EndAfterStop(JobState state, long nowMs, List<IEffect> effects)
    {
        if (state.IsCancelRequested)
            return End(state, JobStatus.Canceled, null, effects);
        if (state.WillRestart)
            return nowMs >= state.RestartAtMs
                ? BeginNext(state, nowMs, effects)
                : state with { Phase = JobPhase.Waiting, RepeatAtMs = long.MaxValue };
        if (state.IsStopRequested)
            return End(
                state, JobStatus.Suspended, "It was stopped without a checkpoint of its own, so it resumes from the last one.", effects);
        return End(state, JobStatus.Failed, state.Failure?.Message, effects);
    }

    private static JobState End(JobState state, JobStatus status, string? reason, List<IEffect> effects)
    {
        effects.Add(new End(status, reason));
        return state with { Phase = JobPhase.Ending, Status = status, RepeatAtMs = long.MaxValue };
    }

    private static JobState OnTick(JobState state, long nowMs, List<IEffect> effects)
    {
        if (state.Phase == JobPhase.Waiting)
            return nowMs >= state.RestartAtMs ? BeginNext(state, nowMs, effects) : state;
        if (nowMs >= state.PlanAtMs && state.Phase is JobPhase.Planning or JobPhase.WaitingForSlots or JobPhase.Running)
            state = AskForPlan(state, nowMs, effects);
        if (state.Phase == JobPhase.Canceling && nowMs >= state.CancelDeadlineMs)
            return GiveUpTasks(state, effects);
        if (nowMs >= state.RepeatAtMs)
        {
            Repeat(state, effects);
            state = RepeatLater(state, nowMs);
        }

        return state.Phase == JobPhase.Running ? OnCheckpoint(state, new JobInputs.Tick(), nowMs, effects) : state;
    }

    private static JobState GiveUpTasks(JobState state, List<IEffect> effects)
    {
        var failure = ProtocolFailures.Stuck(state);
        effects.Add(new AttemptFails(failure, null));
        return End(state with { Failure = failure, WillRestart = false }, JobStatus.Failed, failure.Message, effects);
    }

    private static void Repeat(JobState state, List<IEffect> effects)
    {
        if (state.IsDraining)
            TellToDrain(state, effects);
        for (var i = 0; i < state.Stages.Length; i++)
        {
            if (state.Stages[i] == TaskStage.Stopped)
                continue;

            if (state.Phase != JobPhase.Canceling && state.Stages[i] >= TaskStage.Deployed)
                effects.Add(new Tell(i, new RenewLease(state.AttemptId)));
            if (Unanswered(state, i) is { } command)
                effects.Add(command);
        }

        if (state.Phase != JobPhase.Running)
            return;

        RepeatSplits(state, effects);
        if (state.Checkpoints is { } checkpoints)
            CheckpointProtocol.Repeat(checkpoints, effects);
    }

    private static IEffect? Unanswered(JobState state, int subtask) => state.Phase switch
    {
        JobPhase.Deploying when state.Stages[subtask] < TaskStage.Deployed => new Deploy(subtask),
        JobPhase.Connecting when state.Stages[subtask] < TaskStage.Connected => new Connect(subtask),
        JobPhase.Opening when state.Stages[subtask] < TaskStage.Running => new Tell(subtask, new RunTask(state.AttemptId)),
        JobPhase.Finishing => new Tell(subtask, new FinishTask(state.AttemptId, state.Checkpoints is null)),
        JobPhase.Canceling => new Tell(subtask, new CancelTask(state.AttemptId)),
        _ => null,
    };
}
