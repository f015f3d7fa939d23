namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>What enumerators assigned and what readers were given, to compare the two.</summary>
/// <param name="world">The world.</param>
internal sealed class SplitLedger(World world)
{
    private readonly Dictionary<(AttemptId, int), List<Split?>> _assigned = [];
    private readonly Dictionary<(AttemptId, int), int> _given = [];
    private readonly Dictionary<(CheckpointId, int), int> _assignedBefore = [];
    private readonly Dictionary<CheckpointId, Dictionary<int, int>> _givenBefore = [];

    /// <summary>An enumerator assigns a split, or says that no more will come.</summary>
    public void Assign(AttemptId attempt, int subtask, Split? split)
    {
        if (!_assigned.TryGetValue((attempt, subtask), out var assigned))
            _assigned.Add((attempt, subtask), assigned = []);
        assigned.Add(split);
    }

    /// <summary>A reader is given the same.</summary>
    public void Give(AttemptId attempt, int subtask, Split? split)
    {
        var count = _given.GetValueOrDefault((attempt, subtask));
        var assigned = _assigned.GetValueOrDefault((attempt, subtask)) ?? [];
        world.Require(count < assigned.Count && assigned[count] == split, Invariants.SplitsInTurn,
            $"reader {subtask} of attempt {attempt.Number} was given '{split}' after {count} of {assigned.Count} that were assigned");
        _given[(attempt, subtask)] = count + 1;
    }

    /// <summary>The enumerator gives its part of a checkpoint.</summary>
    public void Snapshot(AttemptId attempt, long number)
    {
        foreach (var ((of, subtask), assigned) in _assigned)
        {
            if (of == attempt)
                _assignedBefore[(new CheckpointId(attempt.Number, number), subtask)] = assigned.Count;
        }
    }

    /// <summary>A reader gives its part of a checkpoint.</summary>
    public void Snapshot(AttemptId attempt, long number, int subtask)
    {
        var checkpoint = new CheckpointId(attempt.Number, number);
        if (!_givenBefore.TryGetValue(checkpoint, out var given))
            _givenBefore.Add(checkpoint, given = []);
        given[subtask] = _given.GetValueOrDefault((attempt, subtask));
    }

    /// <summary>A checkpoint completes: each split is in one of the two parts, and in no more than one.</summary>
    public void CheckCompleted(CheckpointId checkpoint)
    {
        foreach (var (subtask, given) in _givenBefore.GetValueOrDefault(checkpoint) ?? [])
        {
            var assigned = _assignedBefore.GetValueOrDefault((checkpoint, subtask));
            world.Require(given == assigned, Invariants.SplitsInTurn,
                $"in checkpoint {checkpoint} reader {subtask} has had {given} commands of its enumerator, and that has given {assigned}");
        }
    }
}
