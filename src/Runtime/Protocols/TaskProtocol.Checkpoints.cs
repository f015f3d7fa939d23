namespace Akka.Flink.Runtime;

using static TaskEffects;

/// <summary>A task's part in checkpoints: aligned, due, prepared, taken, written, durable, committed; or given up at any moment.</summary>
internal static partial class TaskProtocol
{
    private static TaskState OnCheckpoint(TaskState state, object message, List<IEffect> effects) => message switch
    {
        TriggerCheckpoint trigger when state.Inputs == 0 && trigger.Number > state.Passed => OnTrigger(state, trigger, effects),
        TaskInputs.Barrier barrier => OnBarrier(state, barrier.Input, barrier.Of, effects),
        TaskInputs.InputEnded ended => EndAlignment(
            state with { EndedInputs = state.EndedInputs.SetItem(ended.Input, true) }, effects),
        TaskInputs.BetweenBatches when state.CanBegin => Begin(state, effects),
        TaskInputs.Prepared when state.Preparing is { } barrier => Take(state, barrier, effects),
        TaskInputs.SnapshotWritten written when written.Number == state.Writing => state with { Writing = 0 },
        TaskInputs.SnapshotDurable durable => OnDurable(state, durable, effects),
        TaskInputs.SnapshotFailed failed => OnSnapshotFailed(state, failed, effects),
        TaskInputs.Committed committed => OnCommitted(state, committed.Number, effects),
        NotifyCheckpointComplete complete => OnComplete(state, complete.Number, effects),
        NotifyCheckpointAborted aborted => OnAborted(state, aborted.Number, effects),
        _ => state,
    };

    private static TaskState OnTrigger(TaskState state, TriggerCheckpoint trigger, List<IEffect> effects)
    {
        if (trigger.Splits >= state.SplitsTaken)
            return SetDue(state, BarrierOf(trigger), trigger.Splits, effects);

        // The enumerators' part still has what the reader has, too.
        Decline(
            state, trigger.Number, $"splits {state.SplitsTaken} came before the trigger, which belongs behind {trigger.Splits}.", effects);
        return state with { Passed = trigger.Number };
    }

    private static CheckpointBarrier BarrierOf(TriggerCheckpoint trigger) =>
        new(trigger.Number, trigger.Kind, trigger.IsBase) { Savepoint = (trigger as TriggerSavepoint)?.Directory };

    private static TaskState OnBarrier(TaskState state, int input, CheckpointBarrier barrier, List<IEffect> effects)
    {
        if (barrier.Number <= state.Passed || barrier.Number < state.Aligning?.Number)
            return state;
        if (state.Aligning?.Number != barrier.Number)
            state = BeginAlignment(state, barrier, effects);

        state = state with { Aligned = state.Aligned.SetItem(input, true) };
        if (state.Mode == CheckpointingMode.ExactlyOnce)
            effects.Add(new BlockInput(input));
        return EndAlignment(state, effects);
    }

    // A newer barrier ends the alignment of an older checkpoint: its sender has given that one up.
    private static TaskState BeginAlignment(TaskState state, CheckpointBarrier barrier, List<IEffect> effects)
    {
        if (state.Aligning is { } older)
        {
            effects.Add(new UnblockInputs());
            Decline(state, older.Number, $"the barrier of checkpoint {barrier.Number} came before all of its own.", effects);
        }

        return state with { Aligning = barrier, Aligned = [.. new bool[state.Inputs]] };
    }

    private static TaskState EndAlignment(TaskState state, List<IEffect> effects)
    {
        if (state.Aligning is not { } barrier)
            return state;

        for (var i = 0; i < state.Inputs; i++)
        {
            if (!state.Aligned[i] && !state.EndedInputs[i])
                return state;
        }

        return SetDue(state with { Aligning = null, Aligned = [] }, barrier, 0, effects);
    }

    private static TaskState SetDue(TaskState state, CheckpointBarrier barrier, long splits, List<IEffect> effects)
    {
        if (state.Due is { } older)
            Decline(state, older.Number, $"checkpoint {barrier.Number} was asked for before it could begin.", effects);
        return GiveSplits(state with { Due = barrier, DueSplits = splits, Passed = barrier.Number }, effects);
    }

    private static TaskState Begin(TaskState state, List<IEffect> effects)
    {
        effects.Add(new Prepare(state.Due!.Value));
        return state with { Preparing = state.Due, Due = null };
    }

    private static TaskState Take(TaskState state, CheckpointBarrier barrier, List<IEffect> effects)
    {
        effects.Add(new Snapshot(barrier));
        state = state with
        {
            Preparing = null,
            Writing = barrier.Number,
            Undurable = state.Undurable.Add(barrier.Number),
            FrozenBy = barrier.Kind == CheckpointKind.Stopping ? barrier.Number : 0,
        };
        return Release(state, effects);
    }

    // What was held back behind a barrier goes on. Inputs wait for one checkpoint at a time, so none of them waits for another one by now.
    private static TaskState Release(TaskState state, List<IEffect> effects)
    {
        if (state.Inputs > 0)
            effects.Add(new UnblockInputs());
        return GiveSplits(state, effects);
    }

    private static TaskState OnDurable(TaskState state, TaskInputs.SnapshotDurable durable, List<IEffect> effects)
    {
        if (!state.Undurable.Contains(durable.Number))
            return state;

        var part = durable.Saved is { } saved
            ? new SavepointAcknowledged(state.Attempt, durable.Number, state.Subtask, durable.Operators, durable.Statistics, saved)
            : new CheckpointAcknowledged(state.Attempt, durable.Number, state.Subtask, durable.Operators, durable.Statistics);
        effects.Add(new Report(part with { Left = durable.Left }));
        return state with { Undurable = state.Undurable.Remove(durable.Number) };
    }

    private static TaskState OnSnapshotFailed(TaskState state, TaskInputs.SnapshotFailed failed, List<IEffect> effects)
    {
        if (!state.Undurable.Contains(failed.Number))
            return state;

        Decline(state, failed.Number, failed.Reason, effects);
        return state with { Undurable = state.Undurable.Remove(failed.Number) };
    }

    private static TaskState OnComplete(TaskState state, long number, List<IEffect> effects)
    {
        if (number > state.Passed)
            return state;
        if (number <= state.Committed)
            effects.Add(new Report(new CheckpointCommitted(state.Attempt, number, state.Subtask)));
        else if (number > state.Completed)
            effects.Add(new Commit(number));
        return state with { Completed = Math.Max(state.Completed, number) };
    }

    private static TaskState OnCommitted(TaskState state, long number, List<IEffect> effects)
    {
        if (state.IsFinishing)
            return Close(state, effects);

        effects.Add(new Report(new CheckpointCommitted(state.Attempt, number, state.Subtask)));
        return state with { Committed = Math.Max(state.Committed, number) };
    }

    private static TaskState OnAborted(TaskState state, long number, List<IEffect> effects)
    {
        if (number <= state.Completed)
            return state;

        foreach (var undurable in state.Undurable)
        {
            if (undurable <= number)
                effects.Add(new Abandon(undurable));
        }

        state = state with
        {
            Undurable = state.Undurable.RemoveAll(undurable => undurable <= number),
            FrozenBy = state.FrozenBy <= number ? 0 : state.FrozenBy,
            Passed = Math.Max(state.Passed, number),   // its barrier may still be on its way, and finds nobody waiting
        };
        return AbortWhatWaits(state, number, effects);
    }

    private static TaskState AbortWhatWaits(TaskState state, long number, List<IEffect> effects)
    {
        var isAligning = state.Aligning?.Number <= number;
        var isPreparing = state.Preparing?.Number <= number;
        var isDue = state.Due?.Number <= number;
        if (isPreparing)
            effects.Add(new Abandon(state.Preparing!.Value.Number));
        if (isAligning || isPreparing || isDue)
        {
            state = Release(
                state with
                {
                    Aligning = isAligning ? null : state.Aligning,
                    Aligned = isAligning ? [] : state.Aligned,
                    Preparing = isPreparing ? null : state.Preparing,
                    Due = isDue ? null : state.Due,
                },
                effects);
        }

        return state;
    }

    private static void Decline(TaskState state, long number, string reason, List<IEffect> effects) =>
        effects.Add(new Report(new CheckpointDeclined(state.Attempt, number, state.Subtask, reason)));
}
