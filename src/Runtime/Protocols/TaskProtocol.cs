namespace Akka.Flink.Runtime;

using static TaskEffects;

/// <summary>A task's side of what its job master and its inputs say: the phases of its start, barriers, commits, splits, its end.</summary>
/// <remarks>A command that was obeyed before is answered again, and changes nothing. Data stays outside: of records and batches it learns
/// that the task is between two of them.</remarks>
internal static partial class TaskProtocol
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
            ISplitCommand splits => OnSplits(state, splits, effects),
            RenewLease => OnLease(state, effects),
            CancelTask => Close(state, effects),
            DrainSource when state.Phase == TaskProtocolPhase.Running && !state.HasEnded => OnDrain(state, effects),
            FinishTask finish => OnFinish(state, finish.CommitWithoutCheckpoint, effects),
            TaskInputs.SplitWanted wanted => OnSplitWanted(state, wanted.Uid, effects),
            _ => state.Phase == TaskProtocolPhase.Running ? OnCheckpoint(state, message, effects) : state,
        };
        return new TaskStep(OnInput(next, message, effects), effects);
    }

    private static TaskState OnInput(TaskState state, object message, List<IEffect> effects)
    {
        switch (message)
        {
            case TaskInputs.Restored restored when state.Phase == TaskProtocolPhase.Deploying:
                effects.Add(new SayDeployed());
                return state with
                {
                    Phase = TaskProtocolPhase.Deployed,
                    Inputs = restored.Inputs,
                    Mode = restored.Mode,
                    EndedInputs = [.. new bool[restored.Inputs]],
                };
            case TaskInputs.Opened when state.Phase == TaskProtocolPhase.Opening:
                effects.Add(new Report(new TaskRunning(state.Attempt, state.Subtask)));
                return state with { Phase = TaskProtocolPhase.Running };
            case TaskInputs.InputsEnded when state is { Phase: TaskProtocolPhase.Running, HasEnded: false }
                && (state.Inputs == 0 || state.HaveInputsEnded):
                effects.Add(new Report(new TaskEnded(state.Attempt, state.Subtask)));
                return state with { HasEnded = true };
            case TaskInputs.Failed failed when state.Phase != TaskProtocolPhase.Closing:
                effects.Add(new Report(new TaskFailed(state.Attempt, state.Subtask, failed.Failure)));
                return Close(state, effects);
            case TaskInputs.LeaseExpired:
                return Close(state, effects);
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

    private static TaskState OnLease(TaskState state, List<IEffect> effects)
    {
        effects.Add(new Renewed());
        if (state.Phase != TaskProtocolPhase.Running)
            return state;

        // What was said once may have been lost.
        if (state.LastRequest is { } request)
            effects.Add(new Report(request));
        if (state.HasEnded)
            effects.Add(new Report(new TaskEnded(state.Attempt, state.Subtask)));
        return state;
    }

    private static TaskState OnDrain(TaskState state, List<IEffect> effects)
    {
        effects.Add(new Drain());
        return state;
    }

    private static TaskState OnFinish(TaskState state, bool commitsFirst, List<IEffect> effects)
    {
        if (state.IsFinishing)
            return state;
        if (!commitsFirst || state.Phase != TaskProtocolPhase.Running)
            return Close(state, effects);

        effects.Add(new Commit(long.MaxValue));
        return state with { IsFinishing = true };
    }

    private static TaskState Close(TaskState state, List<IEffect> effects)
    {
        if (state.Phase == TaskProtocolPhase.Closing)
            return state;

        effects.Add(new Close());
        return state with { Phase = TaskProtocolPhase.Closing };
    }
}
