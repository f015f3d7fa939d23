namespace Akka.Flink.Cluster.Tests.Support;

using System.Text.Json;
using Akka.Flink.EndToEnd.Tests.Support;

/// <summary>Nodes on loopback that share a folder, and a ledger that they keep.</summary>
internal sealed class LedgerCluster : IDisposable
{
    public const string Job = "ledger";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly List<ClusterNode> _nodes = [];
    private readonly string[] _settings;

    /// <param name="settings">Settings of all nodes, key=value.</param>
    public LedgerCluster(params string[] settings)
    {
        _settings = [.. settings.SelectMany(each => (string[])["-D", each])];
        Directory.CreateDirectory(Output);
        Directory.CreateDirectory(Reads);
    }

    public IReadOnlyList<ClusterNode> Nodes => _nodes;

    public string Output => _folder.At("rows");

    public string Reads => _folder.At("reads");

    /// <summary>Starts nodes and waits until all are members.</summary>
    public async Task StartAsync(int count, int slots = 2)
    {
        for (var i = 0; i < count; i++)
            Add(slots);
        await WaitForNodesAsync(count);
    }

    /// <summary>Starts one more node; the first one is its seed.</summary>
    /// <param name="slots">How many slots it has.</param>
    /// <param name="at">The port that it is at; a free one by default.</param>
    public ClusterNode Add(int slots = 2, int? at = null)
    {
        var port = at ?? Ports.Free();
        var seeds = _nodes.Where(node => !node.IsGone).DefaultIfEmpty(null).Take(2)
            .SelectMany(node => (string[])["--seed", $"127.0.0.1:{node?.Port ?? port}"]);
        var node = new ClusterNode(
            _folder.Path, port, Ports.Free(), ["--slots", $"{slots}", .. seeds, "-D", $"dir={_folder.At("state")}", .. _settings]);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Submits the ledger.</summary>
    public async Task SubmitAsync(long count, long rate, int parallelism = 2)
    {
        var result = await AskAsync(
            "run", Programs, "--cluster", AnyUrl, "-D", $"pipeline.job-id={Job}", "-D", $"parallelism.default={parallelism}",
            "--", "--count", $"{count}", "--rate", $"{rate}", "--output", Output, "--reads", Reads);
        Assert.Equal(0, result.ExitCode);
    }

    /// <summary>Counts numbers by their hash, without a limit on the rate.</summary>
    /// <returns>Records a second, from the start of the attempt to its end.</returns>
    public async Task<double> MeasureAsync(long count, int parallelism)
    {
        var result = await AskAsync(
            "run", Programs, "--class", "RunningJob", "--cluster", AnyUrl, "-D", $"pipeline.job-id={Job}",
            "-D", $"parallelism.default={parallelism}", "--", "--count", $"{count}", "--output", Output);
        Assert.Equal(0, result.ExitCode);
        await WaitForStatusAsync("finished");
        var job = (await StatusAsync())!.Value;
        var began = job.GetProperty("restores")[0].GetProperty("at").GetDateTimeOffset();
        return count / (job.GetProperty("since").GetDateTimeOffset() - began).TotalSeconds;
    }

    /// <summary>Runs a command against a node that lives.</summary>
    public Task<EngineResult> AskAsync(params string[] arguments) => Engine.RunAsync(_folder.Path, arguments);

    /// <summary>What 'status --format json' says of the ledger, or <see langword="null"/> while nobody answers.</summary>
    public async Task<JsonElement?> StatusAsync() => await JsonAsync("status", Job);

    public async Task WaitForNodesAsync(int count) => await WaitAsync($"{count} nodes are up", async () =>
        await JsonAsync("nodes") is { ValueKind: JsonValueKind.Array } nodes
        && nodes.EnumerateArray().Count(node => node.GetProperty("status").GetString() == "Up") == count);

    public async Task WaitForStatusAsync(string status) => await WaitAsync($"the job is {status}", async () =>
        await StatusAsync() is { } job && StatusOf(job) == status);

    /// <summary>Waits for results beyond those that are there now.</summary>
    public async Task WaitForProgressAsync(int rows = 1)
    {
        var before = Audit.CountRows(Output);
        await WaitAsync($"{rows} more rows than {before}", () => Task.FromResult(Audit.CountRows(Output) >= before + rows));
    }

    public static string StatusOf(JsonElement job) => job.GetProperty("status").GetString()!;

    /// <summary>The addresses of the nodes that the ledger's subtasks are on.</summary>
    public static IReadOnlySet<string> NodesOf(JsonElement job) => job.GetProperty("vertices").EnumerateArray()
        .SelectMany(vertex => vertex.GetProperty("subtasks").EnumerateArray())
        .Select(subtask => subtask.GetProperty("node").GetString()!).ToHashSet();

    public async Task WaitAsync(string what, Func<Task<bool>> holds)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            while (!await holds())
                await pause.WaitForNextTickAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It did not come to be within {Patience}: {what}. Status: {await StatusAsync()}");
        }
    }

    public void Dispose()
    {
        foreach (var node in _nodes)
            node.Dispose();
        _folder.Dispose();
    }

    private static string Programs { get; } = Engine.Built("tests", "Cluster.Programs", "Akka.Flink.Cluster.Programs.dll");

    private string AnyUrl => _nodes.First(node => !node.IsGone).Url;

    private async Task<JsonElement?> JsonAsync(params string[] command)
    {
        var result = await AskAsync([.. command, "--url", AnyUrl, "--format", "json"]);
        return result.ExitCode == 0 ? JsonDocument.Parse(result.Output).RootElement : null;
    }
}
