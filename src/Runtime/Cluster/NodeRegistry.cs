namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>The nodes that have registered, and which job has which of their slots.</summary>
/// <remarks>Belongs to the job manager, and is used on its thread.</remarks>
/// <param name="mode">Whether each job may have all free slots, or its share of all.</param>
internal sealed class NodeRegistry(SchedulerMode mode)
{
    private readonly SortedDictionary<string, RegisteredNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<SlotId, JobId> _taken = [];
    private readonly SortedSet<string> _jobs = new(StringComparer.Ordinal);

    /// <summary>Since when the nodes have been the same.</summary>
    public long SinceMs { get; private set; }

    /// <summary>All nodes, by address.</summary>
    public IReadOnlyCollection<RegisteredNode> Nodes => _nodes.Values;

    /// <summary>Takes in what a node says of itself.</summary>
    /// <param name="description">What it says.</param>
    /// <param name="agent">Who says it.</param>
    /// <param name="nowMs">Now.</param>
    /// <returns>Whether that is news.</returns>
    public bool Register(NodeDescription description, IActorRef agent, long nowMs)
    {
        var known = _nodes.GetValueOrDefault(description.Node);
        _nodes[description.Node] = new RegisteredNode(description, agent) { IsLeaving = known is { IsLeaving: true } };
        return Note(known is null || known.IsLost || known.Description != description, nowMs);
    }

    /// <summary>A node is out of reach. Nobody waits for what else may change: the next plan is without it.</summary>
    /// <param name="node">Its unique address.</param>
    /// <returns>Whether that is news.</returns>
    public bool Lose(string node)
    {
        if (!_nodes.TryGetValue(node, out var known) || known.IsLost)
            return false;

        _nodes[node] = known with { IsLost = true };
        return true;
    }

    /// <summary>A node is gone for good.</summary>
    /// <param name="node">Its unique address.</param>
    public void Remove(string node) => _nodes.Remove(node);

    /// <summary>A node is about to leave: no plan is to use it.</summary>
    /// <param name="node">Its unique address.</param>
    /// <param name="nowMs">Now.</param>
    /// <returns>Whether that is news.</returns>
    public bool Leave(string node, long nowMs)
    {
        if (!_nodes.TryGetValue(node, out var known) || known.IsLeaving)
            return false;

        _nodes[node] = known with { IsLeaving = true };
        return Note(true, nowMs);
    }

    /// <summary>Whether a job has a slot of a node.</summary>
    /// <param name="node">Its unique address.</param>
    public bool IsUsed(string node) => _taken.Keys.Any(slot => slot.Node == node);

    /// <summary>Whether a job has a slot of any node.</summary>
    public bool IsAnyUsed => _taken.Count > 0;

    /// <summary>The nodes that are about to leave.</summary>
    public ImmutableArray<string> Leaving => [.. _nodes.Where(node => node.Value.IsLeaving).Select(node => node.Key)];

    /// <summary>A job wants slots from now on.</summary>
    /// <param name="job">The job.</param>
    public void Add(JobId job) => _jobs.Add(job.Value);

    /// <summary>A job has ended.</summary>
    /// <param name="job">The job.</param>
    public void Remove(JobId job)
    {
        _jobs.Remove(job.Value);
        Release(job);
    }

    /// <summary>A job does not use its slots any more.</summary>
    /// <param name="job">The job.</param>
    public void Release(JobId job)
    {
        foreach (var slot in _taken.Where(each => each.Value == job).Select(each => each.Key).ToList())
            _taken.Remove(slot);
    }

    /// <summary>A job wants the slots of a plan, in place of those that it has.</summary>
    /// <param name="job">The job.</param>
    /// <param name="plan">The plan.</param>
    /// <returns>Whether it has got them: none of them is unknown or another job's.</returns>
    public bool TryTake(JobId job, JobPlan plan)
    {
        if (!plan.IsWithin(FreeFor(job)))
            return false;

        Release(job);
        foreach (var planned in plan.Subtasks)
            _taken[planned.Slot] = job;
        return true;
    }

    /// <summary>The slots that a job may use: free ones, and those that it has. Where parallelism follows the slots, they are shared out
    /// evenly between jobs.</summary>
    /// <param name="job">The job.</param>
    public ImmutableArray<NodeSlots> OfferTo(JobId job)
    {
        var free = FreeFor(job);
        if (mode == SchedulerMode.Fixed || _jobs.Count < 2)
            return free;

        var all = UsableNodes().Sum(node => node.Description.Slots);
        var rank = _jobs.TakeWhile(other => other != job.Value).Count();
        var share = (all / _jobs.Count) + (rank < all % _jobs.Count ? 1 : 0);
        var offered = Placement.InTurn(free).OrderBy(slot => _taken.ContainsKey(slot) ? 0 : 1).Take(share).ToHashSet();
        return Filter(free, offered.Contains);
    }

    /// <summary>How many slots of a node nobody has.</summary>
    /// <param name="node">The node.</param>
    public int FreeOf(RegisteredNode node) =>
        node.Description.Slots - _taken.Keys.Count(slot => slot.Node == node.Description.Node);

    private ImmutableArray<NodeSlots> FreeFor(JobId job) => Filter(
        [.. UsableNodes().Select(node => new NodeSlots(node.Description.Node, [.. Enumerable.Range(0, node.Description.Slots)]))],
        slot => !_taken.TryGetValue(slot, out var owner) || owner == job);

    private IEnumerable<RegisteredNode> UsableNodes() => _nodes.Values.Where(node => node is { IsLost: false, IsLeaving: false });

    private static ImmutableArray<NodeSlots> Filter(ImmutableArray<NodeSlots> nodes, Func<SlotId, bool> isWanted) =>
    [
        .. nodes.Select(node => node with { Slots = [.. node.Slots.Where(number => isWanted(new SlotId(node.Node, number)))] })
            .Where(node => node.Slots.Length > 0),
    ];

    private bool Note(bool isNews, long nowMs)
    {
        if (isNews)
            SinceMs = nowMs;
        return isNews;
    }
}
