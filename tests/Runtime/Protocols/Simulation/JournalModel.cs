namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

using static ControlEvents;

/// <summary>The control journal: entries with sequence numbers, of which each goes to the first who asks for it.</summary>
/// <param name="world">The world.</param>
internal sealed class JournalModel(World world)
{
    private readonly HashSet<CheckpointId> _completed = [];
    private readonly HashSet<int> _attempts = [];
    private readonly HashSet<long> _terms = [];

    public int Count { get; private set; }

    public Ledger Ledger { get; private set; } = Ledger.Empty;

    /// <summary>The term of the last leader.</summary>
    public long Term { get; private set; }

    /// <summary>The attempt that began last, and how many subtasks it has.</summary>
    public (int Attempt, JobPlan Plan) Last { get; private set; }

    public bool Has(CheckpointId checkpoint) => _completed.Contains(checkpoint);

    public bool HasAttempt(int attempt) => _attempts.Contains(attempt);

    public bool HasTerm(long term) => _terms.Contains(term);

    /// <summary>Writes an entry.</summary>
    /// <param name="writer">The term of the writer.</param>
    /// <param name="sequenceNumber">The number it asks for.</param>
    /// <param name="happened">The entry.</param>
    /// <returns>Whether it got the number.</returns>
    public bool TryWrite(long writer, int sequenceNumber, IControlEvent happened)
    {
        if (sequenceNumber != Count + 1 && world.Steps.JournalIsFenced)
            return false;

        Check(writer, happened);
        Count++;
        Ledger = Ledger.Apply(happened);
        world.CheckSegments();
        return true;
    }

    private void Check(long writer, IControlEvent happened)
    {
        world.Trace("journal", happened);
        if (happened is LeadershipTaken taken)
        {
            _terms.Add(taken.Term);
            Term = writer;
            return;
        }

        world.Require(writer == Term, Invariants.OneLeader, $"term {writer} wrote {happened.GetType().Name} after term {Term} had begun");
        switch (happened)
        {
            case AttemptStarted started:
                CheckStart(started);
                break;
            case CheckpointCompleted completed:
                CheckCompleted(completed.Checkpoint);
                break;
        }
    }

    private void CheckStart(AttemptStarted started)
    {
        var last = Ledger.Jobs[started.Job].Last?.Id;
        world.Require(last == started.RestoredFrom, Invariants.ResumesAtLast,
            $"attempt {started.Attempt} goes on from {started.RestoredFrom}, and the last checkpoint is {last}");
        _attempts.Add(started.Attempt);
        Last = (started.Attempt, new JobPlan(started.Plan));
    }

    private void CheckCompleted(CompletedCheckpoint checkpoint)
    {
        world.Require(checkpoint.Id.Attempt == Last.Attempt, Invariants.OneAttempt,
            $"checkpoint {checkpoint.Id} completed after attempt {Last.Attempt} had begun");
        world.Require(checkpoint.Subtasks.Count == Last.Plan.Count, Invariants.AllAcknowledged,
            $"checkpoint {checkpoint.Id} has {checkpoint.Subtasks.Count} parts of {Last.Plan.Count}");
        foreach (var planned in Last.Plan.Subtasks)
        {
            world.Require(world.HasAcknowledged(checkpoint.Id, planned.Subtask), Invariants.AllAcknowledged,
                $"checkpoint {checkpoint.Id} completed, which subtask {planned.Subtask} of attempt {Last.Attempt} had not acknowledged");
        }

        world.Splits.CheckCompleted(checkpoint.Id);
        _completed.Add(checkpoint.Id);
    }
}
