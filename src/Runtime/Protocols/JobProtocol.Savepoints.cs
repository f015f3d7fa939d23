namespace Akka.Flink.Runtime;

using static JobEffects;

/// <content>Savepoints, and stopping with one or behind the end of all input.</content>
internal static partial class JobProtocol
{
    private static JobState OnTakeSavepoint(JobState state, string directory, long nowMs, List<IEffect> effects)
    {
        if (WhyNotNow(state) is { } reason)
        {
            effects.Add(new SavepointIsGivenUp(directory, reason));
            return state;
        }

        return state with { Checkpoints = CheckpointProtocol.RequestSavepoint(state.Checkpoints!, directory, nowMs, effects) };
    }

    private static JobState OnStopWith(JobState state, JobInputs.StopWith stop, long nowMs, List<IEffect> effects)
    {
        if (WhyNotNow(state) is { } reason)
        {
            if (stop.Directory is not null)
                effects.Add(new SavepointIsGivenUp(stop.Directory, reason));
            return stop.Directory is null ? OnStop(state, nowMs, effects) : state;
        }

        state = state with { IsStopRequested = true, IsDraining = stop.Drain, StopSavepoint = stop.Directory };
        state = Show(state, JobStatus.Stopping, stop.Drain ? "Its sources end." : null, effects);
        if (!stop.Drain)
            return state with { Checkpoints = CheckpointProtocol.RequestStop(state.Checkpoints!, nowMs, effects, stop.Directory) };

        TellToDrain(state, effects);
        return state;
    }

    private static JobState OnSavepointWritten(
        JobState state, JobInputs.SavepointWritten written, long nowMs, List<IEffect> effects)
    {
        if (written.Directory == state.StopSavepoint)
            state = state with { StopFailure = written.Failure };
        return OnCheckpoint(state, written, nowMs, effects);
    }

    // In a sentence; null when a savepoint can be taken.
    private static string? WhyNotNow(JobState state) => state switch
    {
        { Settings.Checkpoints.Interval: null } => "The job takes no checkpoints. Set 'akka.flink.execution.checkpointing.interval'.",
        { IsStopRequested: true } or { IsCancelRequested: true } => "The job is being ended already.",
        { Phase: not JobPhase.Running } or { Checkpoints: null } => $"The job is {state.Status}, and not running. Ask again when it is.",
        { IsMoving: true } => "The job is moving to other slots. Ask again when it runs there.",
        _ when HaveAll(state, TaskStage.Ended) => "All of its inputs have ended, and its last checkpoint is being taken.",
        _ => null,
    };

    private static JobState GoOn(JobState state) =>
        state with { IsStopRequested = false, IsDraining = false, StopSavepoint = null, StopFailure = null };

    // Its sources have ended, and cannot go on where they are.
    private static JobState FailDrain(JobState state, string? reason, long nowMs, List<IEffect> effects) =>
        Fail(GoOn(state), ProtocolFailures.DrainFailed(state.AttemptId, reason), nowMs, effects);

    private static void TellToDrain(JobState state, List<IEffect> effects)
    {
        for (var i = 0; i < state.Plan.Count; i++)
        {
            if (state.Plan.Subtasks[i].HasSource && state.Stages[i] < TaskStage.Ended)
                effects.Add(new Tell(i, new DrainSource(state.AttemptId)));
        }
    }

    private static string? EndReason(JobState state) => state switch
    {
        { StopFailure: { } failure } => $"It ended with its last checkpoint, which is kept, but without a savepoint: {failure}",
        { StopSavepoint: { } directory } => $"It ended with savepoint '{directory}'.",
        _ => null,
    };
}
