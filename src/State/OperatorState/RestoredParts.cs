namespace Akka.Flink.State.OperatorState;

using Akka.Flink.State.Snapshots;

/// <summary>The parts of former subtasks of one state, and which of their elements a subtask gets.</summary>
internal sealed class RestoredParts
{
    private readonly SortedDictionary<int, List<RestoredElement>> _bySubtask = [];

    /// <summary>What kind of state they are of.</summary>
    public StateKind Kind { get; private set; }

    /// <summary>Adds an element.</summary>
    /// <param name="subtask">The former subtask.</param>
    /// <param name="element">The element.</param>
    public void Add(int subtask, RestoredElement element)
    {
        if (!_bySubtask.TryGetValue(subtask, out var part))
            _bySubtask.Add(subtask, part = []);
        part.Add(element);
        Kind = element.Info.Kind;
    }

    /// <summary>Forgets what a former subtask wrote: a later snapshot of it is read.</summary>
    /// <param name="subtask">The former subtask.</param>
    public void Forget(int subtask) => _bySubtask.Remove(subtask);

    /// <summary>The copy of a former subtask.</summary>
    /// <param name="subtask">The former subtask.</param>
    public List<RestoredElement> CopyOf(int subtask) => _bySubtask.TryGetValue(subtask, out var copy) ? copy : [];

    /// <summary>All elements, in the order of former subtasks.</summary>
    public List<RestoredElement> All()
    {
        var all = new List<RestoredElement>();
        foreach (var part in _bySubtask.Values)
            all.AddRange(part);
        return all;
    }

    /// <summary>What one of several subtasks gets: its own part while their number is the same, and else an even share, in order; the first
    /// ones get one more where it does not come out even.</summary>
    /// <param name="subtask">The subtask.</param>
    /// <param name="parallelism">How many there are now.</param>
    /// <param name="formerParallelism">How many there were.</param>
    public List<RestoredElement> ShareOf(int subtask, int parallelism, int formerParallelism)
    {
        if (parallelism == formerParallelism)
            return _bySubtask.TryGetValue(subtask, out var own) ? own : [];

        var all = All();
        var (share, rest) = Math.DivRem(all.Count, parallelism);
        var first = (subtask * share) + Math.Min(subtask, rest);
        return all.GetRange(first, share + (subtask < rest ? 1 : 0));
    }
}
