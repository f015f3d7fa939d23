namespace Akka.Flink.Runtime;

using static TaskEffects;

/// <summary>Splits for the reader of a source, and its requests for them.</summary>
internal static partial class TaskProtocol
{
    // Splits are numbered: what was taken before is answered again, what comes out of turn is left to be said again.
    private static TaskState OnSplits(TaskState state, ISplitCommand splits, List<IEffect> effects)
    {
        if (state.Phase != TaskProtocolPhase.Running || splits.Sequence > state.SplitsTaken + 1)
            return state;

        effects.Add(new Report(new SplitsReceived(state.Attempt, splits.Uid, state.Subtask, splits.Sequence)));
        if (splits.Sequence <= state.SplitsTaken)
            return state;

        return GiveSplits(
            state with { SplitsTaken = splits.Sequence, LaterSplits = state.LaterSplits.Enqueue(splits) }, effects);
    }

    // What was assigned behind the trigger of a checkpoint belongs to the next: the enumerator's part does not have it any more.
    private static TaskState GiveSplits(TaskState state, List<IEffect> effects)
    {
        var last = state.IsBarrierDue ? state.DueSplits : long.MaxValue;
        var later = state.LaterSplits;
        while (!later.IsEmpty && later.Peek().Sequence <= last)
        {
            later = later.Dequeue(out var splits);
            effects.Add(new Give(splits));
        }

        return state with { LaterSplits = later };
    }

    private static TaskState OnSplitWanted(TaskState state, string uid, List<IEffect> effects)
    {
        var request = new SplitRequested(state.Attempt, uid, state.Subtask, (state.LastRequest?.Count ?? 0) + 1);
        effects.Add(new Report(request));
        return state with { LastRequest = request };
    }
}
