namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>The checkpoints of one attempt: one at a time is triggered, acknowledged by all subtasks, made durable, and then committed; or
/// it is given up.</summary>
/// <remarks>
/// <para>Once all have acknowledged, nothing but the answer of the job manager decides: a checkpoint that may have become durable is never
/// given up.</para>
/// <para><b>Flink.</b> <c>CheckpointCoordinator</c>.</para>
/// </remarks>
internal static class CheckpointProtocol
{
    /// <summary>All tasks run: the first checkpoint is due one interval from now.</summary>
    /// <param name="state">The state.</param>
    /// <param name="nowMs">Now.</param>
    public static CheckpointState Begin(CheckpointState state, long nowMs) =>
        state with { NextTriggerMs = nowMs + Milliseconds(state.Settings.Interval ?? TimeSpan.MaxValue) };

    /// <summary>A stopping checkpoint is wanted at once; a periodic one in progress gives way to it.</summary>
    /// <param name="state">The state.</param>
    /// <param name="nowMs">Now.</param>
    /// <param name="effects">Receives what to do.</param>
    /// <param name="savepoint">The directory of the savepoint that it is to be, too.</param>
    public static CheckpointState RequestStop(
        CheckpointState state, long nowMs, List<JobEffects.IEffect> effects, string? savepoint = null)
    {
        state = WithWanted(state with { Next = CheckpointKind.Stopping }, savepoint, effects);
        if (state.Pending is { Completing: null } pending)
            state = Abort(state, pending, "The job is being stopped.", effects);
        return state.Pending is null ? Trigger(state, nowMs, effects) : state;
    }

    /// <summary>All inputs have ended: the final checkpoint follows what is in progress.</summary>
    /// <param name="state">The state.</param>
    /// <param name="nowMs">Now.</param>
    /// <param name="effects">Receives what to do.</param>
    /// <param name="savepoint">The directory of the savepoint that it is to be, too.</param>
    public static CheckpointState RequestFinal(
        CheckpointState state, long nowMs, List<JobEffects.IEffect> effects, string? savepoint = null)
    {
        state = WithWanted(state with { Next = CheckpointKind.Final }, savepoint, effects);
        return state.Pending is null ? Trigger(state, nowMs, effects) : state;
    }

    /// <summary>A savepoint is wanted: with the next checkpoint, at once if none is in progress.</summary>
    /// <param name="state">The state.</param>
    /// <param name="directory">Its directory.</param>
    /// <param name="nowMs">Now.</param>
    /// <param name="effects">Receives what to do.</param>
    public static CheckpointState RequestSavepoint(
        CheckpointState state, string directory, long nowMs, List<JobEffects.IEffect> effects)
    {
        state = state with { Wanted = state.Wanted.Enqueue(directory) };
        return state.Pending is null ? Trigger(state, nowMs, effects) : state;
    }

    /// <summary>Takes a message about checkpoints, of this attempt.</summary>
    /// <param name="state">The state.</param>
    /// <param name="message">The message.</param>
    /// <param name="nowMs">Now.</param>
    /// <param name="effects">Receives what to do.</param>
    public static CheckpointStep Step(CheckpointState state, object message, long nowMs, List<JobEffects.IEffect> effects) => message switch
    {
        CheckpointAcknowledged acknowledged => new CheckpointStep(Acknowledge(state, acknowledged, nowMs, effects)),
        CheckpointDeclined declined => Decline(state, declined, nowMs, effects),
        CheckpointCommitted committed => Commit(state, committed),
        JobInputs.SavepointWritten written => EndSavepoint(state, written),
        JobInputs.CheckpointDurable durable => new CheckpointStep(Complete(state, durable.Checkpoint, nowMs, effects)),
        JobInputs.Tick => Tick(state, nowMs, effects),
        _ => new CheckpointStep(state),
    };

    /// <summary>Says again what may have been lost.</summary>
    /// <param name="state">The state.</param>
    /// <param name="effects">Receives what to do.</param>
    public static void Repeat(CheckpointState state, List<JobEffects.IEffect> effects)
    {
        if (state.Commits is not { Missing: > 0 } commits)
            return;

        for (var i = 0; i < commits.Committed.Length; i++)
        {
            if (!commits.Committed[i])
                effects.Add(new JobEffects.Tell(i, new NotifyCheckpointComplete(state.Attempt, commits.Number)));
        }
    }

    private static CheckpointStep Tick(CheckpointState state, long nowMs, List<JobEffects.IEffect> effects)
    {
        if (state.Pending is { Completing: null } pending && nowMs >= pending.DeadlineMs)
            return GiveUp(state, pending, TimedOut(state, pending), nowMs, effects);
        if (state.Pending is null && nowMs >= state.NextTriggerMs)
            return new CheckpointStep(Trigger(state, nowMs, effects));
        return new CheckpointStep(state);
    }

    private static CheckpointState Trigger(CheckpointState state, long nowMs, List<JobEffects.IEffect> effects)
    {
        var number = state.LastNumber + 1;
        state = TakeWanted(state, out var savepoint);
        var isBase = savepoint is not null || state.Last is not { } last || last.StateBytes > last.BaseBytes * state.Settings.BaseRatio;
        var count = state.Plan.Count;
        var pending = new PendingCheckpoint(number, state.Next, isBase, nowMs, nowMs + Milliseconds(state.Settings.Timeout),
            ImmutableArray.Create(new CheckpointAcknowledged?[count]), count) { Savepoint = savepoint };

        effects.Add(new JobEffects.SnapshotEnumerators(number));   // what they assign from here on belongs to the next checkpoint
        for (var i = 0; i < count; i++)
        {
            if (state.Plan.Subtasks[i].HasSource)
                effects.Add(new JobEffects.Trigger(i, number, state.Next, isBase) { Savepoint = savepoint });
        }

        return state with { LastNumber = number, Pending = pending, LastTriggerMs = nowMs, NextTriggerMs = long.MaxValue };
    }

    private static CheckpointState Acknowledge(
        CheckpointState state, CheckpointAcknowledged acknowledged, long nowMs, List<JobEffects.IEffect> effects)
    {
        var subtask = state.Plan.NumberOf(acknowledged.Subtask);
        if (state.Pending is not { Completing: null } pending || pending.Number != acknowledged.Number
            || subtask < 0 || pending.Parts[subtask] is not null)
            return state;

        pending = pending with { Parts = pending.Parts.SetItem(subtask, acknowledged), Missing = pending.Missing - 1 };
        if (pending.Missing > 0)
            return state with { Pending = pending };

        var completed = Collect(state, pending, nowMs);
        effects.Add(new JobEffects.Complete(completed, [.. pending.Parts.SelectMany(part => part!.Left)]));
        return state with { Pending = pending with { Completing = completed } };
    }

    private static CompletedCheckpoint Collect(CheckpointState state, PendingCheckpoint pending, long nowMs)
    {
        var subtasks = new List<SubtaskState>(pending.Parts.Length);
        var (stateBytes, writtenBytes, isBase) = (0L, 0L, true);
        foreach (var part in pending.Parts)
        {
            subtasks.Add(new SubtaskState(part!.Subtask, part.Operators));
            writtenBytes += part.Statistics.WrittenBytes;
            isBase &= part.Statistics.IsBase;
            foreach (var operatorPart in part.Operators)
                stateBytes += operatorPart.Keyed?.Bytes ?? 0;
        }

        var baseBytes = pending.IsBase || isBase ? stateBytes : state.Last?.BaseBytes ?? stateBytes;
        return new CompletedCheckpoint(new CheckpointId(state.Attempt.Number, pending.Number), pending.Kind, pending.TriggeredAtMs,
            nowMs - pending.TriggeredAtMs, writtenBytes, stateBytes, baseBytes, subtasks, []);
    }

    private static CheckpointState Complete(CheckpointState state, CheckpointId id, long nowMs, List<JobEffects.IEffect> effects)
    {
        if (state.Pending?.Completing is not { } completed || completed.Id != id)
            return state;

        var count = state.Plan.Count;
        var savepoint = state.Pending.Savepoint;
        effects.Add(new JobEffects.CheckpointIsDone(completed));
        if (savepoint is not null)
            effects.Add(new JobEffects.WriteManifest(savepoint, completed, SavedOf(state.Pending)));
        for (var i = 0; i < count; i++)
            effects.Add(new JobEffects.Tell(i, new NotifyCheckpointComplete(state.Attempt, id.Number)));

        state = state with
        {
            Pending = null,
            Last = completed,
            Failures = 0,
            Commits = new CommitRound(id.Number, completed.Kind, ImmutableArray.Create(new bool[count]), count) { Savepoint = savepoint },
        };
        if (completed.Kind != CheckpointKind.Periodic)
            return state;
        return state.Next == CheckpointKind.Periodic && state.Wanted.IsEmpty
            ? state with { NextTriggerMs = NextAfter(state, nowMs) }
            : Trigger(state, nowMs, effects);
    }

    private static CheckpointStep Decline(
        CheckpointState state, CheckpointDeclined declined, long nowMs, List<JobEffects.IEffect> effects) =>
        state.Pending is { Completing: null } pending && pending.Number == declined.Number
            ? GiveUp(state, pending, $"Subtask {declined.Subtask} declined: {declined.Reason}", nowMs, effects)
            : new CheckpointStep(state);

    private static CheckpointStep GiveUp(
        CheckpointState state, PendingCheckpoint pending, string reason, long nowMs, List<JobEffects.IEffect> effects)
    {
        state = Abort(state, pending, reason, effects);
        state = state with { NextTriggerMs = state.Wanted.IsEmpty ? NextAfter(state, nowMs) : nowMs };
        if (pending.Kind == CheckpointKind.Stopping || (pending.Kind == CheckpointKind.Final && pending.Savepoint is not null))
            return new CheckpointStep(state with { Next = CheckpointKind.Periodic }, CheckpointVerdict.StopFailed, reason);
        if (pending.Savepoint is not null)
            return new CheckpointStep(state);   // whoever asked for it hears of it; the job's own checkpoints go on

        state = state with { Failures = state.Failures + 1 };
        return state.Failures > state.Settings.TolerableFailures
            ? new CheckpointStep(state, CheckpointVerdict.TooManyFailures, reason)
            : new CheckpointStep(state);
    }

    private static CheckpointState Abort(
        CheckpointState state, PendingCheckpoint pending, string reason, List<JobEffects.IEffect> effects)
    {
        effects.Add(new JobEffects.CheckpointIsGivenUp(new CheckpointId(state.Attempt.Number, pending.Number), reason));
        if (pending.Savepoint is { } savepoint)
            effects.Add(new JobEffects.SavepointIsGivenUp(savepoint, reason));
        for (var i = 0; i < state.Plan.Count; i++)
            effects.Add(new JobEffects.Tell(i, new NotifyCheckpointAborted(state.Attempt, pending.Number)));
        return state with { Pending = null };
    }

    private static CheckpointStep Commit(CheckpointState state, CheckpointCommitted committed)
    {
        var subtask = state.Plan.NumberOf(committed.Subtask);
        if (state.Commits is not { } commits || commits.Number != committed.Number || subtask < 0 || commits.Committed[subtask])
            return new CheckpointStep(state);

        commits = commits with { Committed = commits.Committed.SetItem(subtask, true), Missing = commits.Missing - 1 };
        return new CheckpointStep(
            state with { Commits = commits }, commits.IsEnd ? CheckpointVerdict.AllCommitted : CheckpointVerdict.GoOn);
    }

    private static CheckpointStep EndSavepoint(CheckpointState state, JobInputs.SavepointWritten written)
    {
        if (state.Commits is not { } commits || commits.Savepoint != written.Directory)
            return new CheckpointStep(state);

        commits = commits with { Savepoint = null };
        return new CheckpointStep(
            state with { Commits = commits }, commits.IsEnd ? CheckpointVerdict.AllCommitted : CheckpointVerdict.GoOn);
    }

    // The savepoint of a stop comes before those that were only waiting: none of them will follow it.
    private static CheckpointState WithWanted(CheckpointState state, string? savepoint, List<JobEffects.IEffect> effects)
    {
        foreach (var waiting in state.Wanted)
            effects.Add(new JobEffects.SavepointIsGivenUp(waiting, "The job is being stopped."));
        return state with { Wanted = savepoint is null ? [] : [savepoint] };
    }

    private static CheckpointState TakeWanted(CheckpointState state, out string? savepoint)
    {
        savepoint = null;
        return state.Wanted.IsEmpty ? state : state with { Wanted = state.Wanted.Dequeue(out savepoint) };
    }

    private static Dictionary<SubtaskId, IReadOnlyList<SavedState>> SavedOf(PendingCheckpoint pending) =>
        pending.Parts.OfType<SavepointAcknowledged>().ToDictionary(part => part.Subtask, part => part.Saved);

    private static string TimedOut(CheckpointState state, PendingCheckpoint pending)
    {
        var missing = new List<SubtaskId>();
        for (var i = 0; i < pending.Parts.Length; i++)
        {
            if (pending.Parts[i] is null)
                missing.Add(state.Plan.Subtasks[i].Subtask);
        }

        return $"{missing.Count} of {pending.Parts.Length} subtasks had not acknowledged within {state.Settings.Timeout}: " +
            $"{string.Join(", ", missing)} (vertex.subtask).";
    }

    private static long NextAfter(CheckpointState state, long nowMs) => Math.Max(
        state.LastTriggerMs + Milliseconds(state.Settings.Interval ?? TimeSpan.MaxValue),
        nowMs + Milliseconds(state.Settings.MinPause));

    // Far enough to be never, and safe to add to a moment.
    private static long Milliseconds(TimeSpan span) => (long)Math.Min(span.TotalMilliseconds, long.MaxValue / 4);
}
