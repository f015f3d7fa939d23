namespace Akka.Flink.Runtime;

using static JobEffects;

/// <summary>What follows when slots have to be left although there are no others, or although another job manager is to choose them: a
/// stopping checkpoint, behind which nothing is read, and no attempt after it.</summary>
internal static partial class JobProtocol
{
    private static JobState OnHandOver(JobState state, long nowMs, List<IEffect> effects)
    {
        state = state with { IsHandedOver = true };
        return state.Phase switch
        {
            JobPhase.Planning or JobPhase.WaitingForSlots or JobPhase.Waiting => LeaveToOthers(state, effects),
            JobPhase.Running => AskForPlan(state, nowMs, effects),
            _ => state,   // as soon as the attempt runs, or as it is over
        };
    }

    private static JobState LeaveSlots(JobState state, string reason, long nowMs, List<IEffect> effects)
    {
        if (!CanMove(state))
            return state;   // it is being stopped, or ends

        state = Show(state with { IsMoving = true, PlanAtMs = long.MaxValue }, JobStatus.Running, reason, effects);
        return state with { Checkpoints = CheckpointProtocol.RequestStop(state.Checkpoints!, nowMs, effects) };
    }

    private static JobState LeaveToOthers(JobState state, List<IEffect> effects)
    {
        effects.Add(new ReleaseSlots());
        state = state with
        {
            Phase = JobPhase.HandedOver,
            RepeatAtMs = long.MaxValue,
            RestartAtMs = long.MaxValue,
            PlanAtMs = long.MaxValue,
            IsPlanAwaited = false,
            WillRestart = false,
        };
        return Show(state, JobStatus.Created, "Another node is about to lead, and goes on with the job.", effects);
    }
}
