namespace Akka.Flink.Chaos.Tests.Cluster;

using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Akka.Flink.Cluster.Tests.Support;
using Akka.Flink.EndToEnd.Tests.Support;
using Akka.Flink.Shared.Networks;

/// <summary>Three nodes in processes of their own behind a network that can be cut; a node that ends is replaced.</summary>
/// <param name="folder">Where logs go.</param>
/// <param name="state">The folder that all nodes share.</param>
/// <param name="say">Takes what is worth saying.</param>
internal sealed class ChaosCluster(string folder, string state, Action<string> say) : IDisposable
{
    public const string Job = "ledger";

    private const int Size = 3;
    private const int Slots = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(3) };
    private ImmutableList<ChaosNode> _nodes = [];   // read by other threads as well
    private int _started;

    /// <summary>What lies between the nodes, by their numbers.</summary>
    public Network Network { get; } = new();

    /// <summary>The nodes whose processes live.</summary>
    public IReadOnlyList<ChaosNode> Nodes => _nodes;

    /// <summary>How many nodes were started.</summary>
    public int Started => _started;

    /// <summary>Starts the nodes and waits until all are members.</summary>
    /// <exception cref="TimeoutException">They are not.</exception>
    public async Task StartAsync()
    {
        while (_nodes.Count < Size)
            Add();
        if (!await Pace.WaitForAsync(IsWholeAgainAsync, TimeSpan.FromMinutes(3)))
            throw new TimeoutException($"The nodes did not become a cluster.{string.Concat(_nodes.Select(LastWordsOf))}");
    }

    /// <summary>Starts a node in place of each that has ended, and of each whose seeds have all ended before it could join.</summary>
    public async Task ReplaceAsync()
    {
        foreach (var node in _nodes.Where(node => node.Process.HasEnded))
            Forget(node);
        foreach (var node in _nodes)
        {
            if (node.Seeds.Count == 0 || node.Seeds.Any(_nodes.Contains) || await HasJoinedAsync(node))
                continue;
            node.Process.Kill();
            await node.Process.WaitForEndAsync(TimeSpan.FromSeconds(30));
            Forget(node);
        }

        while (_nodes.Count < Size)
            say($"         {Add()} is started");
    }

    /// <summary>Runs the job.</summary>
    /// <param name="settings">Settings of the job, key=value.</param>
    /// <param name="arguments">Arguments of the program.</param>
    public async Task SubmitAsync(IEnumerable<string> settings, IEnumerable<string> arguments)
    {
        var program = Engine.Built("tests", "Chaos.Programs", "Akka.Flink.Chaos.Programs.dll");
        var result = await Engine.RunAsync(
            folder,
            [
                "run", program, "--cluster", _nodes[0].Process.Url,
                "-D", $"pipeline.job-id={Job}", .. settings.SelectMany(each => (string[])["-D", each]), "--", .. arguments,
            ]);
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"The job was not taken, exit code {result.ExitCode}: {result.Error}");
    }

    /// <summary>Orders the job to stop with a last checkpoint.</summary>
    public async Task<bool> StopJobAsync()
    {
        try
        {
            using var answer = await _client.PostAsync($"{_nodes[0].Process.Url}/jobs/{Job}/stop", null);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>What is said of the job, or null while nobody answers.</summary>
    public Task<JobView?> JobAsync() => AskAsync<JobView>($"jobs/{Job}");

    /// <summary>What is said of the nodes; empty while nobody answers.</summary>
    public async Task<IReadOnlyList<NodeView>> NodesAsync() => await AskAsync<List<NodeView>>("nodes") ?? [];

    /// <summary>Whether there are as many nodes as there should be, all of them reachable members.</summary>
    public async Task<bool> IsWholeAsync() =>
        await NodesAsync() is { Count: Size } nodes && nodes.All(node => node is { Status: "Up", IsReachable: true });

    /// <summary>A node that lives, and leads or does not.</summary>
    /// <param name="leads">Whether it is to be the leader.</param>
    /// <param name="random">Chooses among several.</param>
    /// <exception cref="TimeoutException">Nobody says who leads.</exception>
    public async Task<ChaosNode> PickAsync(bool leads, Random random)
    {
        ChaosNode? leader = null;
        if (!await Pace.WaitForAsync(async () => (leader = await LeaderAsync()) is not null, TimeSpan.FromMinutes(2)))
            throw new TimeoutException("No node says who leads.");

        var others = _nodes.Where(node => node != leader).ToList();
        return leads ? leader! : others[random.Next(others.Count)];
    }

    /// <summary>Ends all nodes.</summary>
    public async Task<IReadOnlyList<EngineResult>> StopAsync() =>
        await Task.WhenAll(_nodes.Select(node => node.Process.TerminateAsync(TimeSpan.FromMinutes(2))));

    public void Dispose()
    {
        foreach (var node in _nodes)
            node.Process.Dispose();
        _client.Dispose();
        Network.Dispose();
    }

    private async Task<bool> IsWholeAgainAsync()
    {
        if (_started < 2 * Size)
        {
            foreach (var node in _nodes.Where(node => node.Process.HasEnded))
                say(LastWordsOf(node));
            await ReplaceAsync();
        }

        return await IsWholeAsync();
    }

    private ChaosNode Add()
    {
        var number = _started++;
        var (publicPort, boundPort) = Network.AddNodes(1)[0];
        var own = Path.Combine(folder, $"node-{number}.conf");
        File.WriteAllText(own, $$"""
            akka.remote.dot-netty.tcp { public-hostname = "127.0.0.1", public-port = {{publicPort}} }
            akka.flink.cluster { dir = "{{state}}", cache-dir = "{{Path.Combine(folder, "programs")}}" }
            akka.flink.log.level = info
            """);
        var seeds = _nodes;
        var options = seeds.Select(node => node.PublicPort).DefaultIfEmpty(publicPort)
            .SelectMany(port => (string[])["--seed", $"127.0.0.1:{port}"]);
        var process = new ClusterNode(
            folder, boundPort, FreePort.Next(), ["--slots", $"{Slots}", "-c", own, .. options], Path.Combine(folder, $"node-{number}.log"));
        Network.IsProcess(process.Id);
        var node = new ChaosNode(number, publicPort, seeds, process);
        _nodes = _nodes.Add(node);
        return node;
    }

    private void Forget(ChaosNode node)
    {
        say($"         {node} has ended with exit code {node.Process.ExitCode}");
        _nodes = _nodes.Remove(node);
        node.Process.Dispose();
    }

    private static string LastWordsOf(ChaosNode node)
    {
        var state = node.Process.HasEnded ? $"ended with exit code {node.Process.ExitCode}" : "runs";
        return $"\n{node} {state}; its log ends with\n{string.Join('\n', node.Process.Log.TrimEnd().Split('\n').TakeLast(12))}";
    }

    private async Task<ChaosNode?> LeaderAsync()
    {
        var nodes = await NodesAsync();
        return nodes.FirstOrDefault(node => node.IsJobManager) is { } leader
            ? _nodes.Find(node => leader.Node.Contains($":{node.PublicPort}", StringComparison.Ordinal))
            : null;
    }

    private async Task<bool> HasJoinedAsync(ChaosNode node)
    {
        if (node.HasJoined || node.Process.IsGone)
            return true;
        try
        {
            using var answer = await _client.GetAsync($"{node.Process.Url}/health/ready");
            return node.HasJoined = answer.IsSuccessStatusCode;
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task<T?> AskAsync<T>(string path)
        where T : class
    {
        foreach (var node in _nodes.Where(node => !node.Process.IsGone).Reverse())
        {
            try
            {
                using var answer = await _client.GetAsync($"{node.Process.Url}/{path}");
                if (answer.IsSuccessStatusCode)
                    return await answer.Content.ReadFromJsonAsync<T>(Json);
            }
            catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException or JsonException)
            {
                continue;   // another one may answer
            }
        }

        return null;
    }
}
