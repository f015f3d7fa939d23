namespace Akka.Flink.Runtime;

using static JobEffects;

/// <summary>Between enumerators and readers.</summary>
internal static partial class JobProtocol
{
    /// <summary>The message that triggers a checkpoint in a task. What enumerators assign until it is made belongs to the
    /// checkpoint.</summary>
    /// <param name="state">The state.</param>
    /// <param name="trigger">What the protocol wants.</param>
    public static TriggerCheckpoint MessageOf(JobState state, Trigger trigger)
    {
        var splits = state.Splits[trigger.Subtask].Sent;
        return trigger.Savepoint is { } directory
            ? new TriggerSavepoint(state.AttemptId, trigger.Number, trigger.Kind, splits, directory)
            : new TriggerCheckpoint(state.AttemptId, trigger.Number, trigger.Kind, trigger.IsBase, splits);
    }

    private static JobState OnAssign(JobState state, JobInputs.AssignSplits assign, List<IEffect> effects)
    {
        var number = state.Plan.NumberOf(assign.Subtask);
        if (state.Phase != JobPhase.Running || number < 0)
            return state;   // the attempt is over, and its enumerators with it

        var outbox = state.Splits[number].Add(sequence => CommandOf(state.AttemptId, assign, sequence), out var command);
        effects.Add(new Tell(number, command));
        return state with { Splits = state.Splits.SetItem(number, outbox) };
    }

    private static ISplitCommand CommandOf(AttemptId attempt, JobInputs.AssignSplits assign, long sequence) => assign switch
    {
        { Event: { } data } => new SourceEventToReader(attempt, assign.Uid, sequence, data),
        { MaxWatermarkMs: { } watermarkMs } => new AlignWatermark(attempt, assign.Uid, sequence, watermarkMs),
        { Splits: { } splits } => new AssignSplits(attempt, assign.Uid, sequence, splits),
        _ => new NoMoreSplits(attempt, assign.Uid, sequence),
    };

    private static JobState OnSplitsReceived(JobState state, SplitsReceived received)
    {
        var number = state.Plan.NumberOf(received.Subtask);
        return number < 0 ? state : state with { Splits = state.Splits.SetItem(number, state.Splits[number].Answer(received.Sequence)) };
    }

    private static JobState OnSplitRequested(JobState state, SplitRequested request, List<IEffect> effects)
    {
        var number = state.Plan.NumberOf(request.Subtask);
        if (number < 0 || state.Phase is not (JobPhase.Deploying or JobPhase.Connecting or JobPhase.Opening or JobPhase.Running))
            return state;

        var outbox = state.Splits[number];
        for (var i = outbox.Requests; i < request.Count; i++)   // more than one when others were lost
            effects.Add(new RequestSplit(request.Uid, request.Subtask.Index));
        return state with
        {
            Splits = state.Splits.SetItem(number, outbox with { Requests = Math.Max(outbox.Requests, request.Count) }),
        };
    }

    private static void RepeatSplits(JobState state, List<IEffect> effects)
    {
        for (var i = 0; i < state.Splits.Length; i++)
        {
            foreach (var command in state.Splits[i].Unanswered)
                effects.Add(new Tell(i, command));
        }
    }
}
