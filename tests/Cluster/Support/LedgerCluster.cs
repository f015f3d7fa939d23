namespace Akka.Flink.Cluster.Tests.Support;

using System.Text.Json;
using Akka.Flink.EndToEnd.Tests.Support;

/// <summary>Nodes on loopback that share a folder, and a ledger that they keep.</summary>
internal sealed class LedgerCluster : IDisposable
{
    public const string Job = "ledger";

    private const int LinesShown = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly List<ClusterNode> _nodes = [];
    private readonly LedgerSetup _setup;
    private readonly HttpClient _http;
    private readonly IReadOnlyList<(int Public, int Bound)> _places;

    /// <param name="setup">How all nodes are set up.</param>
    public LedgerCluster(LedgerSetup? setup = null)
    {
        _setup = setup ?? new LedgerSetup();
        _http = _setup.Certificate?.NewClient() ?? new HttpClient();
        _http.Timeout = TimeSpan.FromSeconds(5);
        _places = _setup.Places > 0 ? Network.AddNodes(_setup.Places) : [];
        Directory.CreateDirectory(Output);
        Directory.CreateDirectory(Reads);
    }

    /// <summary>What lies between the nodes that have a place.</summary>
    public Network Network { get; } = new();

    public IReadOnlyList<ClusterNode> Nodes => _nodes;

    public string Output => _folder.At("rows");

    public string Reads => _folder.At("reads");

    /// <summary>Starts nodes and waits until all are members; the first one leads.</summary>
    public async Task StartAsync(int count, int slots = 2)
    {
        for (var i = 0; i < count; i++)
            Add(slots);
        await WaitForNodesAsync(count);
    }

    /// <summary>Starts one more node; its seeds are two that live, or itself if there are none.</summary>
    /// <param name="slots">How many slots it has.</param>
    public ClusterNode Add(int slots = 2)
    {
        var (port, bound) = _nodes.Count < _places.Count ? _places[_nodes.Count] : (FreePort.Next(), 0);
        var seeds = _nodes.Where(node => !node.IsGone).Take(2).Select(node => node.Port).DefaultIfEmpty(port)
            .SelectMany(seed => (string[])["--seed", $"127.0.0.1:{seed}"]);
        return Start(port, bound, ["--slots", $"{slots}", .. seeds]);
    }

    /// <summary>Starts one more node, that has no seeds.</summary>
    public ClusterNode AddWithoutSeeds() => Start(FreePort.Next(), 0, ["--slots", "2"]);

    /// <summary>Submits a ledger of numbers without end, as far as a test goes.</summary>
    public Task SubmitAsync(int parallelism) => SubmitAsync(10_000_000, 10_000, parallelism);

    /// <summary>Submits the ledger.</summary>
    public async Task SubmitAsync(long count, long rate, int parallelism)
    {
        var result = await AskAsync(
            "run", Programs, "--cluster", AnyUrl, "-D", $"pipeline.job-id={Job}", "-D", $"parallelism.default={parallelism}",
            "--", "--count", $"{count}", "--rate", $"{rate}", "--output", Output, "--reads", Reads);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    /// <summary>Counts numbers by their hash, without a limit on the rate.</summary>
    /// <returns>Records a second, from the start of the attempt to its end.</returns>
    public async Task<double> MeasureAsync(long count, int parallelism)
    {
        var result = await AskAsync(
            "run", Programs, "--class", "RunningJob", "--cluster", AnyUrl, "-D", $"pipeline.job-id={Job}",
            "-D", $"parallelism.default={parallelism}", "--", "--count", $"{count}", "--output", Output);
        Assert.True(result.ExitCode == 0, result.Error);
        await WaitForStatusAsync("finished");
        var job = (await StatusAsync())!.Value;
        var began = job.GetProperty("restores")[0].GetProperty("at").GetDateTimeOffset();
        return count / (job.GetProperty("since").GetDateTimeOffset() - began).TotalSeconds;
    }

    /// <summary>Runs a command of <c>akka-flink</c>.</summary>
    public async Task<EngineResult> AskAsync(params string[] arguments)
    {
        var command = Engine.Command(_folder.Path, arguments);
        _setup.Prepare(command);
        using var process = new EngineProcess(command);
        return await process.WaitForEndAsync(Patience);
    }

    /// <summary>Runs a command against a node that lives.</summary>
    public async Task OrderAsync(params string[] arguments)
    {
        var result = await AskAsync([.. arguments, "--url", AnyUrl]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    /// <summary>What a node says of the ledger, or <see langword="null"/> while nobody answers.</summary>
    public Task<JsonElement?> StatusAsync() => GetAsync($"/jobs/{Job}");

    public async Task WaitForNodesAsync(int count) => await WaitAsync($"{count} nodes are up", async () =>
        await GetAsync("/nodes") is { ValueKind: JsonValueKind.Array } nodes
        && nodes.EnumerateArray().Count(node => node.GetProperty("status").GetString() == "Up") == count);

    public async Task WaitForStatusAsync(string status) => await WaitAsync($"the job is {status}", async () =>
        await StatusAsync() is { } job && StatusOf(job) == status);

    /// <summary>Waits until the ledger runs on so many nodes.</summary>
    public async Task WaitForSpreadAsync(int nodes) => await WaitAsync($"the job is on {nodes} nodes", async () =>
        await StatusAsync() is { } job && NodesOf(job).Count == nodes && StatusOf(job) == "running");

    /// <summary>Waits until an attempt runs and has results of its own: those of a checkpoint that it has completed.</summary>
    /// <param name="after">The attempt that it comes after.</param>
    /// <returns>The attempt.</returns>
    public async Task<int> WaitForResultsAsync(int after = 0)
    {
        var attempt = 0;
        await WaitAsync($"an attempt after {after} has results", async () =>
        {
            if (await StatusAsync() is not { } job || StatusOf(job) != "running")
                return false;

            attempt = job.GetProperty("attempt").GetInt32();
            return attempt > after && job.GetProperty("lastCheckpoint") is { ValueKind: JsonValueKind.Object } last
                && last.GetProperty("attempt").GetInt32() == attempt;
        });
        return attempt;
    }

    /// <summary>Waits for results beyond those that are there now.</summary>
    public async Task WaitForMoreAsync()
    {
        var before = Audit.Size(Output);
        await WaitAsync("there are more results", () => Task.FromResult(Audit.Size(Output) > before));
    }

    /// <summary>Stops the ledger with its last checkpoint; then each number that was read has been counted once.</summary>
    /// <returns>How many were read again, by the positions that <c>status --format json</c> names.</returns>
    public async Task<int> StopAndAuditAsync(int parallelism)
    {
        // An attempt that nobody led any more has gone on reading for a while: the last one has to get as far.
        var read = Audit.NumbersRead(Reads);
        await WaitAsync("what was read is counted", () => Task.FromResult(Audit.HasCounted(Output, read)));

        await OrderAsync("stop", Job);
        await WaitForStatusAsync("suspended");
        var status = await AskAsync("status", Job, "--url", AnyUrl, "--format", "json");
        var job = JsonDocument.Parse(status.Output).RootElement;
        Assert.True(job.GetProperty("reason").GetString() is null, status.Output);   // it has stopped behind a checkpoint of its own
        Audit.EachReadIsCountedOnce(Output, Reads, parallelism);
        return Audit.CountReadAgain(job, Reads);
    }

    public static string StatusOf(JsonElement job) => job.GetProperty("status").GetString()!;

    /// <summary>The addresses of the nodes that the ledger's subtasks are on.</summary>
    public static IReadOnlySet<string> NodesOf(JsonElement job) => job.GetProperty("vertices").EnumerateArray()
        .SelectMany(vertex => vertex.GetProperty("subtasks").EnumerateArray())
        .Select(subtask => subtask.GetProperty("node").GetString()!).ToHashSet();

    public async Task WaitAsync(string what, Func<Task<bool>> holds)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (!await holds())
                await pause.WaitForNextTickAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new TimeoutException($"It did not come to be within {Patience}: {what}. Status: {await StatusAsync()}{Logs()}");
        }
    }

    /// <summary>The ends of what all nodes have said.</summary>
    public string Logs() => string.Concat(_nodes.Select((node, number) =>
        $"{Environment.NewLine}--- node {number} at {node.HostAndPort}{Environment.NewLine}" +
        string.Join(Environment.NewLine, node.Log.Split(Environment.NewLine).TakeLast(LinesShown))));

    public void Dispose()
    {
        foreach (var node in _nodes)
            node.Dispose();
        Network.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    private static string Programs { get; } = Engine.Built("tests", "Cluster.Programs", "Akka.Flink.Cluster.Programs.dll");

    private string AnyUrl => _nodes.First(node => !node.IsGone).Url;

    private ClusterNode Start(int port, int bound, IEnumerable<string> arguments)
    {
        var node = new ClusterNode(
            _folder.Path, bound == 0 ? port : bound, FreePort.Next(),
            ["-c", FileOf(port), .. arguments, .. _setup.Arguments(_folder.At("state"))], prepare: _setup.Prepare)
        {
            Port = port,
            Scheme = _setup.Scheme,
        };
        _nodes.Add(node);
        if (bound != 0)
            Network.IsProcess(node.Id);
        return node;
    }

    // Others reach it at another port than it may listen on.
    private string FileOf(int port)
    {
        var file = _folder.At($"{port}.conf");
        var pause = _setup.IsPatient ? "akka.cluster.failure-detector.acceptable-heartbeat-pause = 10 s" : "";
        File.WriteAllText(file, $$"""
            akka.remote.dot-netty.tcp { public-hostname = "127.0.0.1", public-port = {{port}} }
            {{pause}}
            """);
        return file;
    }

    private async Task<JsonElement?> GetAsync(string path)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(AnyUrl + path));
            return answer.IsSuccessStatusCode ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement : null;
        }
        catch (Exception cause) when (cause is HttpRequestException or TaskCanceledException)
        {
            return null;   // the node is not there yet, or not any more
        }
    }
}
