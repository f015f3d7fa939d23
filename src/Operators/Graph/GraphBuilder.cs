namespace Akka.Flink.Operators;

using System.Security.Cryptography;
using System.Text;

/// <summary>Makes a job graph of what a program wrote down: settles edges and uids, checks them, and chains.</summary>
internal static class GraphBuilder
{
    /// <summary>Makes the graph.</summary>
    /// <param name="environment">The program.</param>
    /// <param name="name">The job's name.</param>
    /// <exception cref="JobException">The program contradicts itself.</exception>
    public static JobGraph Build(StreamExecutionEnvironment environment, string name)
    {
        var nodes = environment.Nodes;   // in the order of the program, so upstream comes first
        if (nodes.Count == 0)
            throw OperatorErrors.NothingToRun(name);

        Connect(nodes);
        SettleUids(nodes);
        if (environment.Overrides.ParallelismByUid.Count > 0)
            Connect(nodes);   // how records are dealt out follows from parallelisms
        SettleSlotSharing(nodes);
        foreach (var node in nodes)
            Check(node);
        foreach (var node in nodes)
            node.Configure(environment.Settings);
        var vertices = Chain(nodes);
        NumberEdges(vertices);
        return new JobGraph(name, [.. nodes], vertices, environment.CheckpointInterval, environment.CheckpointingMode);
    }

    private static void Connect(IReadOnlyList<OperatorNode> nodes)
    {
        foreach (var node in nodes)
            node.Outgoing.Clear();
        foreach (var node in nodes)
            Connect(node);
    }

    private static void Connect(OperatorNode node)
    {
        node.Incoming.Clear();
        foreach (var input in node.Inputs)
            node.Incoming.AddRange(input.Resolve());
        foreach (var edge in node.Incoming)
            edge.Source.Outgoing.Add(edge);
    }

    // A group of its own, or that of what comes in, if all of that has the same.
    private static void SettleSlotSharing(IReadOnlyList<OperatorNode> nodes)
    {
        foreach (var node in nodes)
        {
            var groups = node.Incoming.Select(edge => edge.Source.SlotSharingGroup).Distinct().ToList();
            node.SlotSharingGroup = node.OwnSlotSharingGroup
                ?? (groups is [var only] ? only : NodeSettings.DefaultSlotSharingGroup);
        }
    }

    // A uid of the operator's own, or a hash of how it came about: its types and what is upstream, and a number among those that are alike.
    private static void SettleUids(IReadOnlyList<OperatorNode> nodes)
    {
        var byUid = new Dictionary<string, OperatorNode>();
        foreach (var node in nodes.Where(node => node.OwnUid is not null))
        {
            node.Uid = node.OwnUid!;
            if (!byUid.TryAdd(node.Uid, node))
                throw OperatorErrors.DuplicateUid(node.Uid, byUid[node.Uid].Name, node.Name);
        }

        foreach (var node in nodes.Where(node => node.OwnUid is null))
        {
            var upstream = string.Join(',', node.Incoming.Select(edge => $"{edge.Source.Uid}:{edge.TagId}:{Way(edge.Kind)}"));
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{node.Signature}|{upstream}")))[..16];
            for (var number = 0; ; number++)
            {
                node.Uid = $"{hash}-{number}";
                if (byUid.TryAdd(node.Uid, node))
                    break;
            }
        }
    }

    // Whether records are forwarded or dealt out in turn follows from parallelisms, which may change.
    private static PartitioningKind Way(PartitioningKind kind) =>
        kind is PartitioningKind.Key or PartitioningKind.Broadcast or PartitioningKind.Global or PartitioningKind.Custom
            ? kind
            : PartitioningKind.Forward;

    private static void Check(OperatorNode node)
    {
        if (node.OwnParallelism > node.FixedParallelismLimit)
            throw OperatorErrors.ParallelismIsFixed(node.Name, node.OwnParallelism.Value, node.FixedParallelismLimit);
        if (node.Parallelism > node.MaxParallelism)
            throw OperatorErrors.ParallelismAboveMax(node.Name, node.Uid, node.Parallelism, node.MaxParallelism);

        foreach (var group in node.Outgoing.Where(edge => edge.Tag is not null).GroupBy(edge => edge.TagId))
        {
            var first = group.First();
            var other = group.FirstOrDefault(edge => edge.ElementType != first.ElementType);
            if (other is not null)
                throw OperatorErrors.TagTypesDiffer(group.Key!, node.Name, first.ElementType, other.ElementType);
        }
    }

    private static List<JobVertex> Chain(IReadOnlyList<OperatorNode> nodes)
    {
        var vertices = new List<JobVertex>();
        var vertexOf = new Dictionary<OperatorNode, JobVertex>();
        foreach (var node in nodes)
        {
            var before = node.Incoming.Count == 1 && node.Inputs.Count == 1 ? node.Incoming[0] : null;
            if (before is not null && CanChain(before))
            {
                before.IsChained = true;
                vertexOf[node] = vertexOf[before.Source];
                vertexOf[node].Add(node);
            }
            else
            {
                vertexOf[node] = new JobVertex(vertices.Count, node);
                vertices.Add(vertexOf[node]);
            }
        }

        return vertices;
    }

    private static void NumberEdges(List<JobVertex> vertices)
    {
        var number = 0;
        foreach (var edge in vertices.SelectMany(vertex => vertex.Nodes).SelectMany(node => node.Outgoing))
            edge.Number = edge.IsChained ? -1 : number++;
    }

    private static bool CanChain(StreamEdge edge) =>
        edge.IsOneToOne
        && edge.Source.MaxParallelism == edge.Target.MaxParallelism
        && edge.Source.SlotSharingGroup == edge.Target.SlotSharingGroup
        && edge.Source.Chaining != Chaining.Never
        && edge.Target.Chaining == Chaining.Always
        && edge.Source.Environment.IsChainingEnabled;
}
