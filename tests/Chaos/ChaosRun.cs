namespace Akka.Flink.Chaos.Tests;

using System.Diagnostics;
using System.Globalization;
using Akka.Flink.Chaos.Tests.Cluster;
using Akka.Flink.Chaos.Tests.Faults;
using Akka.Flink.Chaos.Tests.Ledger;
using Akka.Flink.Kafka.Tests.Cluster;

/// <summary>One run: everything is started, faults come until the time is up, the job drains, the books are checked.</summary>
/// <param name="options">How long, and by which script.</param>
internal sealed class ChaosRun(ChaosOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // What makes a job come back soon; its checkpoints fail while the disk is full, which is no reason to give up.
    private static readonly string[] Settings =
    [
        "parallelism.default=4",
        "restart-strategy.type=fixed-delay",
        "restart-strategy.fixed-delay.attempts=1000000",
        "restart-strategy.fixed-delay.delay=300ms",
        "execution.checkpointing.timeout=30s",
    ];

    private readonly Dictionary<string, int> _faults = [];
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>Runs.</summary>
    /// <returns>Whether all is as it must be.</returns>
    public async Task<bool> RunAsync()
    {
        if (KafkaPack.Missing is { } missing)
        {
            Console.WriteLine($"Not run: {missing}");
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("akka-flink-chaos-").FullName;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Seed {options.Seed}, {options.Duration.TotalMinutes:0.##} minutes, {options.Rate} transfers a second, in {folder}"));
        var isGood = false;
        try
        {
            isGood = await RunInAsync(folder);
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            Say($"FAILED {failure.Message}");
        }

        if (isGood)
            Directory.Delete(folder, recursive: true);
        else
            Console.WriteLine($"FAILED with seed {options.Seed}; the logs of the nodes are in {folder}");
        return isGood;
    }

    private async Task<bool> RunInAsync(string folder)
    {
        using var disk = new SharedDisk(folder);
        using var broker = new Broker();
        using var cluster = new ChaosCluster(folder, disk.Folder, Say);
        var orders = Directory.CreateDirectory(Path.Combine(folder, "orders")).FullName;
        var arena = new Arena(cluster, broker, disk, orders);
        var topics = new LedgerTopics(broker);
        var sequence = new TransferSequence(options.Seed, NextPeriod());
        await cluster.StartAsync();
        using var generator = new TransferGenerator(broker.Address, topics.Transfers, LedgerTopics.Partitions, sequence, options.Rate);
        using var books = new Books(broker.Address, topics, sequence);
        await cluster.SubmitAsync(Settings, topics.Arguments(orders));
        Say("three nodes are up, the job is submitted");
        await using var monitor = new JobMonitor(cluster);
        await StrikeAsync(arena, monitor, books);
        await generator.EndAsync(Patience);
        Say($"faults have ended, {sequence.Count:N0} transfers are written; draining");
        await DrainAsync(generator, books);
        await StopAsync(cluster, monitor);
        books.Read();
        return Report(sequence, books, monitor);
    }

    private static long NextPeriod()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        return now - (now % TransferSequence.PeriodMs);
    }

    private IReadOnlyList<IFault> FaultsOf(Arena arena)
    {
        IFault[] all =
        [
            new NodeKilled(leads: false), new NodeKilled(leads: true), new NodePaused(leads: false), new NodePaused(leads: true),
            new LinkCut(oneWay: false), new LinkCut(oneWay: true), new NodeLeaves(), new BrokerKilled(), new BrokerPaused(),
            new DiskFull(arena.Disk), new DiskSlow(arena.Disk), new TaskThrows(),
        ];
        var wanted = options.Kinds.Count == 0 ? all : all.Where(fault => options.Kinds.Contains(fault.Kind));
        var faults = wanted.ToLookup(fault => fault.Missing is null);
        foreach (var fault in faults[false])
            Say($"left out: {fault.Kind}, since {fault.Missing}");
        return [.. faults[true]];
    }

    private async Task StrikeAsync(Arena arena, JobMonitor monitor, Books books)
    {
        var script = new FaultScript(FaultsOf(arena), options.Seed);
        await RecoverAsync(arena.Cluster, monitor, 0);
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var (peace, fault, random) = script.Next();
            await Pace.HoldAsync(peace);
            if (Stopwatch.GetElapsedTime(began) >= options.Duration)
                return;

            Say($"{fault.Kind} ...");
            var what = await fault.StrikeAsync(arena, random);
            _faults[fault.Kind] = _faults.GetValueOrDefault(fault.Kind) + 1;
            var healed = Stopwatch.GetTimestamp();
            await RecoverAsync(arena.Cluster, monitor, monitor.Job?.LastCheckpoint?.Number ?? 0);
            books.Read();
            Say(string.Create(
                CultureInfo.InvariantCulture,
                $"  {what}; well again after {Stopwatch.GetElapsedTime(healed).TotalSeconds:0.0} s, attempt {monitor.Job?.Attempt}, ") +
                $"{books.Bookings.Count / 2:N0} transfers committed");
            books.ThrowIfWrong();
        }
    }

    // All nodes are there, and the job has completed a checkpoint since.
    private static async Task RecoverAsync(ChaosCluster cluster, JobMonitor monitor, long checkpoint)
    {
        var isWell = await Pace.WaitForAsync(
            async () =>
            {
                cluster.Replace();
                return monitor.Job is { Status: "running" } job && job.LastCheckpoint?.Number > checkpoint && await cluster.IsWholeAsync();
            },
            Patience);
        if (!isWell)
        {
            var nodes = string.Join("; ", (await cluster.NodesAsync()).Select(node => $"{node.Node} {node.Status} {node.IsReachable}"));
            throw new TimeoutException(
                $"Not well within {Patience} after checkpoint {checkpoint}. The job: {monitor.Job}. Its attempt began since: " +
                $"{monitor.LastCause} Nodes: {nodes}");
        }
    }

    private async Task DrainAsync(TransferGenerator generator, Books books)
    {
        var isDrained = await Pace.WaitForAsync(
            () =>
            {
                generator.LetTimePass();
                books.Read();
                return Task.FromResult(books.AreComplete);
            },
            Patience);
        Say(isDrained ? "all is committed" : $"FAILED: not all is committed within {Patience}");
    }

    private static async Task StopAsync(ChaosCluster cluster, JobMonitor monitor)
    {
        await cluster.StopJobAsync();
        await Pace.WaitForAsync(() => Task.FromResult(monitor.Job is { Status: "suspended" or "finished" }), TimeSpan.FromSeconds(30));
        await cluster.StopAsync();
    }

    private bool Report(TransferSequence sequence, Books books, JobMonitor monitor) =>
        new ChaosReport(options, _faults, monitor, sequence, books).Print();

    private void Say(string what) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_began).TotalSeconds,7:0.0}  {what}"));
}
