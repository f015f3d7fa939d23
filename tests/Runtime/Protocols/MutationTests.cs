namespace Akka.Flink.Runtime.Tests.Protocols;

using System.Collections.Immutable;
using Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>For each invariant: the mechanism that enforces it is broken, and the simulation must notice.</summary>
public class MutationTests
{
    private const int Seeds = 400;

    [Fact]
    public void Notices_a_leader_that_speaks_before_its_term_is_durable() => Finds(Invariants.DurableLeadership, new Steps
    {
        Ledger = (state, message, now) =>
        {
            var step = LedgerProtocol.Step(state, message, now);
            return message is LedgerInputs.Recovered
                ? step with { Effects = [.. step.Effects, new LedgerEffects.Lead(step.State.Leadership.Term)] }
                : step;
        },
    });

    [Fact]
    public void Notices_a_journal_that_lets_two_leaders_write() =>
        Finds(Invariants.OneLeader, new Steps { JournalIsFenced = false });

    [Fact]
    public void Notices_tasks_that_are_deployed_before_their_attempt_is_durable() => Finds(Invariants.DurableAttempt, new Steps
    {
        Job = (state, message, nowMs) =>
        {
            var step = JobProtocol.Step(state, message, nowMs);
            if (!step.Effects.OfType<JobEffects.BeginAttempt>().Any())
                return step;

            // it does not wait for the answer
            var hasty = JobProtocol.Step(step.State, new JobInputs.AttemptDurable(state.Attempt + 1, null, 0), nowMs);
            return new JobStep(hasty.State, [.. step.Effects, .. hasty.Effects]);
        },
    });

    [Fact]
    public void Notices_an_attempt_that_begins_while_the_last_one_runs() => Finds(Invariants.OneAttempt, new Steps
    {
        Job = (state, message, nowMs) =>
        {
            var step = JobProtocol.Step(state, message, nowMs);
            if (step.State.Phase != JobPhase.Canceling || !step.State.WillRestart)
                return step;

            // it does not wait for its tasks to stop
            return new JobStep(
                step.State with { Phase = JobPhase.AwaitingAttempt, NextPlan = step.State.Plan },
                [.. step.Effects, new JobEffects.BeginAttempt(step.State.Plan)]);
        },
    });

    [Fact]
    public void Notices_a_master_that_listens_to_older_attempts() => Finds(Invariants.OldAttempts, new Steps
    {
        Job = (state, message, nowMs) => JobProtocol.Step(
            state, message is JobInputs.TaskGone gone ? gone with { Attempt = state.AttemptId } : message, nowMs),
    });

    [Fact]
    public void Notices_a_checkpoint_that_completes_without_all_acknowledgements() => Finds(Invariants.AllAcknowledged, new Steps
    {
        Job = (state, message, nowMs) =>
        {
            if (message is not CheckpointAcknowledged first || first.Attempt != state.AttemptId
                || state.Checkpoints?.Pending is not { Completing: null } pending || pending.Number != first.Number)
                return JobProtocol.Step(state, message, nowMs);

            // the first one speaks for all
            var effects = new List<JobEffects.IEffect>();
            foreach (var planned in state.Plan.Subtasks)
            {
                var step = JobProtocol.Step(state, first with { Subtask = planned.Subtask }, nowMs);
                state = step.State;
                effects.AddRange(step.Effects);
            }

            return new JobStep(state, effects);
        },
    });

    [Fact]
    public void Notices_commits_before_the_checkpoint_is_durable() => Finds(Invariants.DurableBeforeCommit, new Steps
    {
        Job = (state, message, nowMs) =>
        {
            var step = JobProtocol.Step(state, message, nowMs);
            if (step.Effects.OfType<JobEffects.Complete>().FirstOrDefault() is not { } complete)
                return step;

            var commits = state.Plan.Subtasks.Select((_, i) =>
                new JobEffects.Tell(i, new NotifyCheckpointComplete(state.AttemptId, complete.Checkpoint.Id.Number)));
            return step with { Effects = [.. step.Effects, .. commits] };
        },
    });

    [Fact]
    public void Notices_a_janitor_that_does_not_count_references() => Finds(Invariants.SegmentsStay, new Steps
    {
        Ledger = (state, message, now) =>
        {
            var step = LedgerProtocol.Step(state, message, now);
            if (message is not LedgerInputs.Durable { Happened: ControlEvents.CheckpointsReleased released })
                return step;

            // all that the released ones named, whoever else does
            var before = state.Ledger.Jobs[released.Job].Retained.Where(each => released.Checkpoints.Contains(each.Id));
            return step with { Effects = [new LedgerEffects.DeleteSegments([.. RetainedSegments.NamedBy(before)])] };
        },
    });

    [Fact]
    public void Notices_a_job_that_does_not_resume_at_its_last_checkpoint() => Finds(Invariants.ResumesAtLast, new Steps
    {
        Ledger = (state, message, now) =>
        {
            var step = LedgerProtocol.Step(state, message, now);
            if (step.State.Writing is not ControlEvents.AttemptStarted { RestoredFrom: not null } started)
                return step;

            var fresh = started with { RestoredFrom = null };
            return new LedgerStep(step.State with { Writing = fresh }, [new LedgerEffects.Persist(fresh)]);
        },
    });

    [Fact]
    public void Notices_barriers_that_are_not_aligned() => Finds(Invariants.ExactlyOnce, new Steps
    {
        Task = (state, message) => TaskProtocol.Step(state with { Mode = CheckpointingMode.AtLeastOnce }, message),
    });

    [Fact]
    public void Notices_commands_that_are_not_repeated() => Finds(Invariants.Finishes, new Steps
    {
        Job = (state, message, nowMs) =>
        {
            var step = JobProtocol.Step(state, message, nowMs);
            return message is JobInputs.Tick ? step with { Effects = [.. step.Effects.Where(effect => !IsRepeated(effect))] } : step;
        },
    });

    [Fact]
    public void Notices_a_restart_that_never_comes() => Finds(Invariants.Finishes, new Steps
    {
        Job = (state, message, nowMs) => state.Phase == JobPhase.Waiting && message is JobInputs.Tick
            ? new JobStep(state with { RestartAtMs = long.MaxValue }, [])
            : JobProtocol.Step(state, message, nowMs),
    });

    [Fact]
    public void Notices_splits_that_are_taken_twice() => Finds(Invariants.SplitsInTurn, new Steps
    {
        Task = (state, message) => TaskProtocol.Step(
            message is ISplitCommand { Sequence: var next } && next <= state.SplitsTaken ? state with { SplitsTaken = next - 1 } : state,
            message),
    });

    [Fact]
    public void Notices_splits_that_are_taken_out_of_turn() => Finds(Invariants.SplitsInTurn, new Steps
    {
        Task = (state, message) => TaskProtocol.Step(
            message is ISplitCommand { Sequence: var next } && next > state.SplitsTaken ? state with { SplitsTaken = next - 1 } : state,
            message),
    });

    [Fact]
    public void Notices_a_checkpoint_that_does_not_wait_for_splits_in_front_of_it() => Finds(Invariants.SplitsInTurn, new Steps
    {
        Task = (state, message) => TaskProtocol.Step(
            state, message is TriggerCheckpoint trigger ? trigger with { Splits = state.SplitsTaken } : message),
    });

    [Fact]
    public void Notices_splits_that_do_not_wait_for_the_barrier_in_front_of_them() => Finds(Invariants.SplitsInTurn, new Steps
    {
        Task = (state, message) =>
        {
            var step = TaskProtocol.Step(message is ISplitCommand ? state with { DueSplits = long.MaxValue } : state, message);
            return message is ISplitCommand ? step with { State = step.State with { DueSplits = state.DueSplits } } : step;
        },
    });

    [Fact]
    public void Notices_requests_for_splits_that_are_not_repeated() => Finds(Invariants.Finishes, new Steps
    {
        Task = (state, message) =>
        {
            var step = TaskProtocol.Step(state, message);
            return message is RenewLease
                ? step with { Effects = [.. step.Effects.Where(effect => effect is not TaskEffects.Report { Message: SplitRequested })] }
                : step;
        },
    });

    [Fact]
    public void Notices_a_snapshot_that_begins_while_the_last_is_written() => Finds(Invariants.OneSnapshot, new Steps
    {
        Task = (state, message) =>
        {
            var step = TaskProtocol.Step(state, message);
            return step with { State = step.State with { Writing = 0 } };
        },
    });

    [Fact]
    public void Notices_segments_that_are_left_behind_and_not_deleted() => Finds(Invariants.NothingStays, new Steps
    {
        Ledger = (state, message, now) => LedgerProtocol.Step(
            state, message is LedgerInputs.CompleteCheckpoint complete ? complete with { Left = [] } : message, now),
    });

    [Fact]
    public void Notices_segments_that_are_left_behind_and_deleted_though_an_older_checkpoint_names_them() =>
        Finds(Invariants.SegmentsStay, new Steps
        {
            Ledger = (state, message, now) =>
            {
                var step = LedgerProtocol.Step(state, message, now);
                return message is LedgerInputs.Durable { Happened: ControlEvents.CheckpointCompleted }
                    ? step with { Effects = [.. step.Effects, new LedgerEffects.DeleteSegments(state.Left)] }
                    : step;
            },
        });

    [Fact]
    public void Notices_attempts_that_have_the_same_number() => Finds(Invariants.OneWriter, new Steps
    {
        NodesStartTasksTwice = true,
        Ledger = (state, message, now) =>
        {
            var step = LedgerProtocol.Step(state, message, now);
            if (step.State.Writing is not ControlEvents.AttemptStarted started)
                return step;

            var same = started with { Attempt = 1 };
            return new LedgerStep(step.State with { Writing = same }, [new LedgerEffects.Persist(same)]);
        },
        Job = (state, message, nowMs) =>
            JobProtocol.Step(message is JobInputs.AttemptDurable ? state with { Attempt = 0 } : state, message, nowMs),
    });

    [Fact]
    public void Notices_slots_that_are_not_there() => Finds(Invariants.KnownSlots, new Steps
    {
        SlotsAreNotCounted = true,
        Job = (state, message, nowMs) =>
        {
            if (message is not JobInputs.Planned planned || state.Nodes is null)
                return JobProtocol.Step(state, message, nowMs);

            // whatever has become of the nodes meanwhile
            var step = JobProtocol.Step(state with { Nodes = NodesOf(planned.Plan) }, message, nowMs);
            return step with { State = step.State with { Nodes = state.Nodes } };
        },
    });

    [Fact]
    public void Notices_sources_that_go_on_reading_while_their_job_moves() => Finds(Invariants.NothingTwice, new Steps
    {
        Task = (state, message) =>
        {
            var step = TaskProtocol.Step(state, message);
            return step with { State = step.State with { FrozenBy = 0 } };
        },
    });

    [Fact]
    public void Notices_a_job_that_does_not_hear_of_new_slots() => Finds(Invariants.Finishes, new Steps
    {
        Job = (state, message, nowMs) => message is JobInputs.NodesChanged && state.Phase == JobPhase.WaitingForSlots
            ? new JobStep(state, [])
            : JobProtocol.Step(state, message, nowMs),
    });

    private static ImmutableArray<NodeSlots> NodesOf(JobPlan plan) =>
    [
        .. plan.Subtasks.Select(each => each.Slot).Distinct().GroupBy(slot => slot.Node)
            .Select(node => new NodeSlots(node.Key, [.. node.Select(slot => slot.Number)])),
    ];

    // Leases are renewed all the same: without that, tasks would stop and the attempt begin anew, which helps as well.
    private static bool IsRepeated(JobEffects.IEffect effect) => effect is JobEffects.Deploy or JobEffects.Connect
        or JobEffects.Tell { Message: RunTask or FinishTask or CancelTask or NotifyCheckpointComplete };

    private static void Finds(string invariant, Steps broken)
    {
        var violation = Simulator.Find(broken, Seeds, found => found.Invariant == invariant);

        Assert.True(violation is not null, $"No seed of {Seeds} shows that '{invariant}' does not hold any more.");
    }
}
