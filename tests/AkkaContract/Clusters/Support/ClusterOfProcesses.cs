namespace Akka.Flink.AkkaContract.Tests.Clusters.Support;

using System.Diagnostics;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

/// <summary>A cluster of which each node is a process, with a network between them that can be cut.</summary>
public sealed class ClusterOfProcesses : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    private readonly TemporaryFolder _folder = new();
    private readonly List<NodeProcess> _nodes = [];
    private readonly string _resolver;
    private readonly Func<TemporaryFolder, string> _addition;

    private ClusterOfProcesses(string resolver, Func<TemporaryFolder, string>? addition)
    {
        _resolver = resolver;
        _addition = addition ?? (_ => "");
    }

    public Network Network { get; } = new();

    public IReadOnlyList<NodeProcess> Nodes => _nodes;

    /// <summary>Starts nodes and waits until all are up. The first one leads: its address is the lowest.</summary>
    public static async Task<ClusterOfProcesses> Form(int size, string resolver, Func<TemporaryFolder, string>? addition = null)
    {
        var cluster = new ClusterOfProcesses(resolver, addition);
        try
        {
            await cluster.Start(size);
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Waits until just these nodes are left: all others have ended, and they see each other up and nobody else.</summary>
    public Task UntilLeft(params int[] nodes) => Until(() => IsLeft(nodes));

    /// <summary>Waits until one of these parts is left.</summary>
    public Task UntilOneIsLeft(params int[][] parts) => Until(() => parts.Count(part => IsLeft(part)) == 1);

    /// <summary>Waits until the nodes see just these members, whatever becomes of the others.</summary>
    public Task UntilTheySeeThemselves(params int[] nodes) => Until(() => See(nodes));

    public Task UntilEnded(int node) => Until(() => _nodes[node].HasExited);

    public Task UntilUnreachableFor(int node, int other) => Until(() => _nodes[node].Members.Any(member =>
        member.StartsWith(_nodes[other].Address.Result, StringComparison.Ordinal) && member.EndsWith('?')));

    /// <summary>Waits for a condition.</summary>
    public Task UntilTrue(Func<bool> condition) => Until(condition);

    public void Dispose()
    {
        foreach (var node in _nodes)
            node.Dispose();
        Network.Dispose();
        _folder.Dispose();
    }

    private async Task Start(int size)
    {
        foreach (var (publicPort, boundPort) in Network.AddNodes(size))
        {
            var node = new NodeProcess(Config(publicPort, boundPort));
            _nodes.Add(node);
            Network.IsProcess(node.Id);
        }

        foreach (var node in _nodes)
            await node.Join(_nodes[0]);
        await UntilTheySeeThemselves([.. Enumerable.Range(0, size)]);
    }

    private string Config(int publicPort, int boundPort) => $$"""
        akka {
          loglevel = OFF
          stdout-loglevel = OFF
          actor.provider = cluster
          coordinated-shutdown.run-by-clr-shutdown-hook = off
          remote.dot-netty.tcp { hostname = "127.0.0.1", port = {{boundPort}}, public-hostname = "127.0.0.1", public-port = {{publicPort}} }
          cluster {
            gossip-interval = 200ms
            leader-actions-interval = 200ms
            periodic-tasks-initial-delay = 200ms
            unreachable-nodes-reaper-interval = 200ms
            retry-unsuccessful-join-after = 3s
            failure-detector { heartbeat-interval = 300ms, acceptable-heartbeat-pause = 3s }
            split-brain-resolver {
              active-strategy = {{_resolver}}
              stable-after = 3s
              down-all-when-unstable = 60s
              lease-majority { lease-implementation = contract.lease, acquire-lease-delay-for-minority = 1s, release-after = 2s }
            }
          }
        }
        contract.lease {
          lease-class = "Akka.Flink.AkkaContract.Crash.FileLease, Akka.Flink.AkkaContract.Crash"
          file = "{{_folder.File("lease")}}"
          heartbeat-interval = 300ms
          heartbeat-timeout = 2s
        }

        """ + _addition(_folder);

    private bool IsLeft(int[] nodes) =>
        See(nodes) && Enumerable.Range(0, _nodes.Count).Except(nodes).All(node => _nodes[node].HasExited);

    private bool See(int[] nodes)
    {
        if (nodes.Any(node => !_nodes[node].Address.IsCompletedSuccessfully))
            return false;

        var expected = nodes.Select(node => $"{_nodes[node].Address.Result}=Up").Order(StringComparer.Ordinal).ToList();
        return nodes.All(node => !_nodes[node].HasExited
            && _nodes[node].Members.Order(StringComparer.Ordinal).SequenceEqual(expected));
    }

    private async Task Until(Func<bool> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(start) > Deadline)
                Assert.Fail($"Not within {Deadline}:\n{string.Join("\n", _nodes.Select(Describe))}");
            await Task.Delay(50);
        }
    }

    private static string Describe(NodeProcess node, int number) =>
        $"node {number}: {(node.HasExited ? $"exited, {node.Ended ?? "killed"}" : string.Join(' ', node.Members))}" +
        $"; said {string.Join(", ", node.Said)}";
}
