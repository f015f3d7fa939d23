namespace Akka.Flink.Runtime;

using static TaskEffects;

/// <summary>A task's side of what its job master and its inputs say: the phases of its start, barriers, commits, its end.</summary>
/// <remarks>A command that was obeyed before is answered again, and changes nothing.</remarks>
internal static class TaskProtocol
{
    /// <summary>Takes a message.</summary>
    /// <param name="state">The state.</param>
    /// <param name="message">A command, or one of <see cref="TaskInputs"/>.</param>
    public static TaskStep Step(TaskState state, object message)
    {
        var effects = new List<IEffect>();
        if (state.Phase == TaskProtocolPhase.Stopped || (message is ITaskMessage command && command.Attempt != state.Attempt))
            return new TaskStep(state, effects);

        var next = message switch
        {
            DeployTask deploy => OnDeploy(state, deploy, effects),
            ConnectTask connect => OnConnect(state, connect, effects),
            RunTask => OnRun(state, effects),
            TriggerCheckpoint trigger when state.Inputs == 0 && state.Phase == TaskProtocolPhase.Running && trigger.Number > state.Passed =>
                Take(state, trigger.Number, trigger.Kind, trigger.IsBase, effects),
            TaskInputs.Barrier barrier => OnBarrier(state, barrier, effects),
            NotifyCheckpointComplete complete => OnComplete(state, complete.Number, effects),
            NotifyCheckpointAborted aborted => OnAborted(state, aborted.Number, effects),
            RenewLease => OnLease(state, effects),
            CancelTask => Close(state, commitFirst: false, effects),
            FinishTask finish => Close(state, finish.CommitWithoutCheckpoint, effects),
            _ => OnInput(state, message, effects),
        };
        return new TaskStep(next, effects);
    }

    private static TaskState OnInput(TaskState state, object message, List<IEffect> effects)
    {
        switch (message)
        {
            case TaskInputs.Restored when state.Phase == TaskProtocolPhase.Deploying:
                effects.Add(new SayDeployed());
                return state with { Phase = TaskProtocolPhase.Deployed };
            case TaskInputs.Opened when state.Phase == TaskProtocolPhase.Opening:
                effects.Add(new Report(new TaskRunning(state.Attempt, state.Subtask)));
                return state with { Phase = TaskProtocolPhase.Running };
            case TaskInputs.InputsEnded when state is { Phase: TaskProtocolPhase.Running, HasEnded: false }:
                effects.Add(new Report(new TaskEnded(state.Attempt, state.Subtask)));
                return state with { HasEnded = true };
            case TaskInputs.SnapshotDurable durable when durable.Number == state.Writing:
                effects.Add(new Report(new CheckpointAcknowledged(
                    state.Attempt, durable.Number, state.Subtask, durable.Operators, durable.Statistics)));
                return state with { Writing = 0 };
            case TaskInputs.SnapshotFailed failed when failed.Number == state.Writing:
                effects.Add(new Report(new CheckpointDeclined(state.Attempt, failed.Number, state.Subtask, failed.Reason)));
                return state with { Writing = 0 };
            case TaskInputs.Committed committed:
                effects.Add(new Report(new CheckpointCommitted(state.Attempt, committed.Number, state.Subtask)));
                return state with { Committed = Math.Max(state.Committed, committed.Number) };
            case TaskInputs.Failed failed when state.Phase != TaskProtocolPhase.Closing:
                effects.Add(new Report(new TaskFailed(state.Attempt, state.Subtask, failed.Failure)));
                return Close(state, commitFirst: false, effects);
            case TaskInputs.LeaseExpired:
                return Close(state, commitFirst: false, effects);
            case TaskInputs.Closed when state.Phase == TaskProtocolPhase.Closing:
                effects.Add(new Report(new TaskStopped(state.Attempt, state.Subtask)));
                effects.Add(new Stop());
                return state with { Phase = TaskProtocolPhase.Stopped };
            default:
                return state;
        }
    }

    private static TaskState OnDeploy(TaskState state, DeployTask deploy, List<IEffect> effects)
    {
        if (state.Phase is not (TaskProtocolPhase.Deploying or TaskProtocolPhase.Closing))
            effects.Add(new SayDeployed());
        else if (state is { Phase: TaskProtocolPhase.Deploying, IsMaking: false })
            effects.Add(new Make(deploy));
        return state with { IsMaking = true };
    }

    private static TaskState OnConnect(TaskState state, ConnectTask connect, List<IEffect> effects)
    {
        if (state.Phase is TaskProtocolPhase.Deploying or TaskProtocolPhase.Closing)
            return state;
        if (state.Phase == TaskProtocolPhase.Deployed)
            effects.Add(new Wire(connect));
        effects.Add(new Report(new TaskConnected(state.Attempt, state.Subtask)));
        return state.Phase == TaskProtocolPhase.Deployed ? state with { Phase = TaskProtocolPhase.Connected } : state;
    }

    private static TaskState OnRun(TaskState state, List<IEffect> effects)
    {
        switch (state.Phase)
        {
            case TaskProtocolPhase.Connected:
                effects.Add(new Open());
                return state with { Phase = TaskProtocolPhase.Opening };
            case TaskProtocolPhase.Running:
                effects.Add(new Report(new TaskRunning(state.Attempt, state.Subtask)));
                return state;
            default:
                return state;
        }
    }

    private static TaskState OnBarrier(TaskState state, TaskInputs.Barrier barrier, List<IEffect> effects)
    {
        if (barrier.Number <= state.Passed || barrier.Number < state.Aligning || state.Phase == TaskProtocolPhase.Closing)
            return state;
        if (barrier.Number > state.Aligning)
            state = BeginAlignment(state, barrier.Number, effects);

        state = state with { Aligned = state.Aligned.SetItem(barrier.Input, true) };
        if (!state.Aligned.Contains(false))
        {
            var isBlocked = state.Mode == CheckpointingMode.ExactlyOnce && state.Inputs > 1;
            state = Take(state, barrier.Number, barrier.Kind, barrier.IsBase, effects);
            if (isBlocked)
                effects.Add(new UnblockInputs());
            return state;
        }

        if (state.Mode == CheckpointingMode.ExactlyOnce)
            effects.Add(new BlockInput(barrier.Input));
        return state;
    }

    // A newer barrier ends the alignment of an older checkpoint: its sender has given that one up.
    private static TaskState BeginAlignment(TaskState state, long number, List<IEffect> effects)
    {
        if (state.Aligning != 0)
        {
            effects.Add(new UnblockInputs());
            effects.Add(new Report(new CheckpointDeclined(
                state.Attempt, state.Aligning, state.Subtask, $"the barrier of checkpoint {number} overtook it.")));
        }

        return state with { Aligning = number, Aligned = [.. new bool[state.Inputs]] };
    }

    private static TaskState Take(TaskState state, long number, CheckpointKind kind, bool isBase, List<IEffect> effects)
    {
        if (state.Writing != 0)
            effects.Add(new Abandon(state.Writing));
        effects.Add(new Snapshot(number, kind, isBase));
        if (kind == CheckpointKind.Stopping)
            effects.Add(new Freeze());
        return state with
        {
            Passed = number,
            Writing = number,
            Aligning = 0,
            Aligned = [],
            IsFrozen = kind == CheckpointKind.Stopping,
        };
    }

    private static TaskState OnComplete(TaskState state, long number, List<IEffect> effects)
    {
        if (state.Phase == TaskProtocolPhase.Closing || number > state.Passed)
            return state;
        if (number <= state.Committed)
            effects.Add(new Report(new CheckpointCommitted(state.Attempt, number, state.Subtask)));
        else if (number > state.Completed)
            effects.Add(new Commit(number));
        return state with { Completed = Math.Max(state.Completed, number) };
    }

    private static TaskState OnAborted(TaskState state, long number, List<IEffect> effects)
    {
        if (number < state.Passed || number <= state.Completed)
            return state;   // it is over here, or a newer one is

        if (state.Aligning != 0 && state.Aligning <= number)
        {
            effects.Add(new UnblockInputs());
            state = state with { Aligning = 0, Aligned = [] };
        }

        if (state.Writing != 0 && state.Writing <= number)
        {
            effects.Add(new Abandon(state.Writing));
            state = state with { Writing = 0 };
        }

        if (state.IsFrozen)
            effects.Add(new Thaw());
        return state with { Passed = number, IsFrozen = false };
    }

    private static TaskState OnLease(TaskState state, List<IEffect> effects)
    {
        effects.Add(new Renewed());
        if (state is { HasEnded: true, Phase: TaskProtocolPhase.Running })
            effects.Add(new Report(new TaskEnded(state.Attempt, state.Subtask)));   // the first may have been lost
        return state;
    }

    private static TaskState Close(TaskState state, bool commitFirst, List<IEffect> effects)
    {
        if (state.Phase == TaskProtocolPhase.Closing)
            return state;

        effects.Add(new Close(commitFirst));
        return state with { Phase = TaskProtocolPhase.Closing };
    }
}
