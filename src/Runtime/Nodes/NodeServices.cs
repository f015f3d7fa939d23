namespace Akka.Flink.Runtime;

/// <summary>What the actors of a node share.</summary>
/// <param name="Node">The node's name in slots; <c>local</c> in an embedded process.</param>
/// <param name="Jobs">The jobs that tasks can be made of.</param>
/// <param name="Chunks">Where state goes.</param>
/// <param name="Clock">The one clock of the node.</param>
internal sealed record NodeServices(string Node, JobCache Jobs, IChunkStore Chunks, TimeProvider Clock)
{
    /// <summary>Makes graphs of programs; null in a process that runs only jobs of its own.</summary>
    public IJobPrograms? Programs { get; init; }

    /// <summary>How much operator state fits into one message between nodes; without end in a process that has no others.</summary>
    public long MaxStateBytes { get; init; } = long.MaxValue;

    /// <summary>What can be seen of the node's tasks while they work.</summary>
    public TaskProbes Probes { get; } = new();

    /// <summary>How many bytes may be on their way to this node.</summary>
    public PeerBudgets Peers { get; } = new();
}
