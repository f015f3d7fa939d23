namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using static ControlEvents;
using static LedgerEffects;

/// <summary>What the job manager records, and what it says once that is durable: durable before visible.</summary>
/// <remarks>One event at a time is on its way to the journal; the shell keeps other messages waiting until
/// <see cref="LedgerState.IsReady"/>.</remarks>
internal static class LedgerProtocol
{
    /// <summary>Takes a message.</summary>
    /// <param name="state">The state.</param>
    /// <param name="message">One of <see cref="LedgerInputs"/>.</param>
    /// <param name="now">Now.</param>
    public static LedgerStep Step(LedgerState state, object message, DateTimeOffset now)
    {
        var effects = new List<IEffect>();
        var next = message switch
        {
            LedgerInputs.Recovered recovered => OnRecovered(state, recovered.Ledger, now, effects),
            LedgerInputs.Durable durable => OnDurable(state, durable.Happened, now, effects),
            LedgerInputs.WriteFailed => state with
            {
                Leadership = LeadershipProtocol.Depose(state.Leadership), Writing = null, Beginning = null,
            },
            _ => state.IsReady ? OnRequest(state, message, now, effects) : state,
        };
        return new LedgerStep(next, effects);
    }

    private static LedgerState OnRecovered(LedgerState state, Ledger ledger, DateTimeOffset now, List<IEffect> effects)
    {
        var leadership = LeadershipProtocol.Claim(state.Leadership, ledger.Term);
        return Persist(
            state with { Leadership = leadership, Ledger = ledger }, new LeadershipTaken(leadership.Term, now), effects);
    }

    private static LedgerState OnRequest(LedgerState state, object message, DateTimeOffset now, List<IEffect> effects) => message switch
    {
        LedgerInputs.Submit submit => Submit(state, submit, now, effects),
        LedgerInputs.Rescale rescale => Rescale(state, rescale, now, effects),
        LedgerInputs.BeginAttempt begin => Begin(state, begin, now, effects),
        LedgerInputs.NoteRestore note => Note(state, note, now, effects),
        LedgerInputs.CompleteCheckpoint complete => Complete(state, complete, now, effects),
        LedgerInputs.EndJob end => End(state, end, now, effects),
        _ => state,
    };

    private static LedgerState Submit(LedgerState state, LedgerInputs.Submit submit, DateTimeOffset now, List<IEffect> effects)
    {
        if (state.Running.ContainsKey(submit.Job))
            return state;   // it runs already

        submit = WithoutKnownSavepoint(state, submit);

        if (!submit.IsRecorded)
        {
            effects.Add(new StartMaster(submit.Job));
            return state with
            {
                Running = state.Running.Add(submit.Job, 0),
                Unrecorded = state.Unrecorded.SetItem(submit.Job, state.Unrecorded.GetValueOrDefault(submit.Job)),
            };
        }

        state = state with { Unrecorded = state.Unrecorded.Remove(submit.Job) };
        var known = state.Ledger.Jobs.GetValueOrDefault(submit.Job);
        if (known is { Status: JobStatus.Finished } && !submit.Restart && submit.Savepoint is null)
        {
            effects.Add(new Refuse(submit.Job, known));
            return state;
        }

        if (submit.Program is not null && OtherOfName(state, submit) is { } other)
        {
            effects.Add(new RefuseName(submit.Job, other));
            return state;
        }

        // A job with a program is a new leader's to go on with, from here on and with this program.
        if (known is null || known.Status == JobStatus.Finished || submit.Program is not null || submit.Savepoint is not null)
        {
            return Persist(
                state, new JobSubmitted(submit.Job, submit.Name, now) { Program = submit.Program, Savepoint = submit.Savepoint }, effects);
        }

        effects.Add(new StartMaster(submit.Job));
        return state with { Running = state.Running.Add(submit.Job, 0) };
    }

    // The same command again goes on with what began from the savepoint, and does not begin from it again.
    private static LedgerInputs.Submit WithoutKnownSavepoint(LedgerState state, LedgerInputs.Submit submit) =>
        !submit.Restart && submit.Savepoint is { } savepoint
            && state.Ledger.Jobs.GetValueOrDefault(submit.Job)?.Savepoint?.Id == savepoint.Origin.Id
            ? submit with { Savepoint = null }
            : submit;

    private static JobRecord? OtherOfName(LedgerState state, LedgerInputs.Submit submit) => state.Ledger.Jobs.Values
        .FirstOrDefault(other => other.Name == submit.Name && other.Job != submit.Job && state.Running.ContainsKey(other.Job));

    private static LedgerState Rescale(LedgerState state, LedgerInputs.Rescale rescale, DateTimeOffset now, List<IEffect> effects) =>
        state.Ledger.Jobs.ContainsKey(rescale.Job) && state.Running.ContainsKey(rescale.Job)
            ? Persist(state, new JobRescaled(rescale.Job, rescale.Parallelism, rescale.Uid, now), effects)
            : state;

    // What the leader before has left: jobs that have not ended, and whose graph any node can make.
    private static LedgerState GoOn(LedgerState state, List<IEffect> effects)
    {
        foreach (var record in state.Ledger.Jobs.Values.OrderBy(record => record.Job.Value, StringComparer.Ordinal))
        {
            if (record is not { Status: JobStatus.Created, Program: not null })
                continue;

            effects.Add(new StartMaster(record.Job));
            state = state with { Running = state.Running.SetItem(record.Job, 0) };
        }

        return state;
    }

    private static LedgerState Begin(LedgerState state, LedgerInputs.BeginAttempt begin, DateTimeOffset now, List<IEffect> effects)
    {
        if (state.Unrecorded.TryGetValue(begin.Job, out var last))
        {
            effects.Add(new TellMaster(begin.Job, new JobInputs.AttemptDurable(last + 1, null, 0)));
            return state with { Unrecorded = state.Unrecorded.SetItem(begin.Job, last + 1) };
        }

        if (!state.Ledger.Jobs.TryGetValue(begin.Job, out var record))
            return state;
        if (begin.Without is { } damaged && record.Last?.Id == damaged && record.Retained.Count > 1)
        {
            return Persist(
                state with { Beginning = begin with { Without = null } }, new CheckpointsReleased(begin.Job, [damaged], now), effects);
        }

        return Persist(
            state, new AttemptStarted(begin.Job, record.Attempt + 1, begin.Plan.Subtasks, record.Last?.Id, now), effects);
    }

    private static LedgerState Note(LedgerState state, LedgerInputs.NoteRestore note, DateTimeOffset now, List<IEffect> effects) =>
        state.Ledger.Jobs.TryGetValue(note.Job, out var record) && record.Attempt == note.Attempt
        && !state.Unrecorded.ContainsKey(note.Job)
            ? Persist(state, new AttemptRestored(note.Job, note.Attempt, note.Positions, note.Cause, now), effects)
            : state;

    private static LedgerState Complete(
        LedgerState state, LedgerInputs.CompleteCheckpoint complete, DateTimeOffset now, List<IEffect> effects)
    {
        if (!state.Ledger.Jobs.TryGetValue(complete.Job, out var record) || record.Attempt != complete.Checkpoint.Id.Attempt
            || complete.Checkpoint.Id.Number <= record.LastNumber)
            return state;   // of an attempt that is over

        state = state with { Running = state.Running.SetItem(complete.Job, Math.Max(1, complete.Retained)), Left = complete.Left };
        return Persist(state, new CheckpointCompleted(complete.Job, complete.Checkpoint, now), effects);
    }

    private static LedgerState End(LedgerState state, LedgerInputs.EndJob end, DateTimeOffset now, List<IEffect> effects)
    {
        if (state.Unrecorded.ContainsKey(end.Job))
        {
            effects.Add(new TellMaster(end.Job, new JobInputs.EndDurable()));
            return Forget(state, end.Job);
        }

        if (!state.Ledger.Jobs.TryGetValue(end.Job, out var record) || record.Attempt != end.Attempt)
            return state;
        return Persist(state, new JobStatusChanged(end.Job, end.Status, end.Reason, end.Wrote, now), effects);
    }

    private static LedgerState OnDurable(LedgerState state, IControlEvent happened, DateTimeOffset now, List<IEffect> effects)
    {
        var before = state.Ledger;
        state = state with { Ledger = before.Apply(happened), Writing = null };
        switch (happened)
        {
            case LeadershipTaken taken:
                effects.Add(new Lead(taken.Term));
                return GoOn(state with { Leadership = LeadershipProtocol.Lead(state.Leadership, taken) }, effects);
            case JobSubmitted submitted:
                effects.Add(new StartMaster(submitted.Job));
                return state with { Running = state.Running.SetItem(submitted.Job, 0) };
            case JobRescaled rescaled:
                effects.Add(new TellMaster(rescaled.Job, new JobInputs.Rescale(state.Ledger.Jobs[rescaled.Job].Order)));
                return state;
            case AttemptStarted started:
                return OnStarted(state, started, effects);
            case CheckpointCompleted completed:
                effects.Add(new TellMaster(completed.Job, new JobInputs.CheckpointDurable(completed.Checkpoint.Id)));
                state = DeleteLeft(state, completed.Job, effects);
                return ReleaseOld(state, completed.Job, state.Running.GetValueOrDefault(completed.Job, 1), now, effects);
            case CheckpointsReleased released:
                Delete(before.Jobs[released.Job], state.Ledger.Jobs[released.Job], effects);
                DeleteRest(state, released.Job, effects);
                return state.Beginning is { } begin ? Begin(state with { Beginning = null }, begin, now, effects) : state;
            case JobStatusChanged changed:
                effects.Add(new TellMaster(changed.Job, new JobInputs.EndDurable()));
                state = Forget(state, changed.Job);
                DeleteRest(state, changed.Job, effects);
                return changed.Status == JobStatus.Finished ? ReleaseOld(state, changed.Job, 0, now, effects) : state;
            default:
                return state;
        }
    }

    private static LedgerState OnStarted(LedgerState state, AttemptStarted started, List<IEffect> effects)
    {
        var record = state.Ledger.Jobs[started.Job];
        effects.Add(new TellMaster(started.Job, new JobInputs.AttemptDurable(started.Attempt, record.Last, record.LastNumber)
        {
            Savepoint = record.LastSavepoint,
            Older = record.Retained.Count - 1,
        }));
        effects.Add(new DeleteOrphans(started.Job, started.Attempt, RetainedSegments.NamedBy(record.Retained)));
        return state;
    }

    private static LedgerState ReleaseOld(LedgerState state, JobId job, int retained, DateTimeOffset now, List<IEffect> effects)
    {
        var checkpoints = state.Ledger.Jobs[job].Retained;
        if (checkpoints.Count <= retained)
            return state;

        var released = checkpoints.Take(checkpoints.Count - retained).Select(checkpoint => checkpoint.Id).ToImmutableArray();
        return Persist(state, new CheckpointsReleased(job, released, now), effects);
    }

    private static void Delete(JobRecord before, JobRecord after, List<IEffect> effects)
    {
        var segments = RetainedSegments.Freed(before.Retained, after.Retained);
        if (segments.Count > 0)
            effects.Add(new DeleteSegments(segments));
    }

    // What only checkpoints that came to nothing have named; an older retained one may name some of it, too, and then its release frees it.
    private static LedgerState DeleteLeft(LedgerState state, JobId job, List<IEffect> effects)
    {
        if (state.Left.Count == 0)
            return state;

        var needed = RetainedSegments.NamedBy(state.Ledger.Jobs[job].Retained);
        var free = state.Left.Where(segment => !needed.Contains(segment)).ToImmutableArray();
        if (free.Length > 0)
            effects.Add(new DeleteSegments(free));
        return state with { Left = [] };
    }

    // Nobody goes on from a job that has finished: whatever its attempts have left goes, once no checkpoint is retained.
    private static void DeleteRest(LedgerState state, JobId job, List<IEffect> effects)
    {
        if (state.Ledger.Jobs[job] is { Status: JobStatus.Finished, Retained.IsEmpty: true } record)
            effects.Add(new DeleteOrphans(job, record.Attempt + 1, ImmutableHashSet<SegmentId>.Empty));
    }

    private static LedgerState Forget(LedgerState state, JobId job) => state with { Running = state.Running.Remove(job) };

    private static LedgerState Persist(LedgerState state, IControlEvent happened, List<IEffect> effects)
    {
        effects.Add(new Persist(happened));
        return state with { Writing = happened };
    }
}
