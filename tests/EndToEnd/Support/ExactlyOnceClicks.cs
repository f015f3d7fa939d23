namespace Akka.Flink.EndToEnd.Tests.Support;

using Akka.Flink.Kafka.Tests.Cluster;
using Confluent.Kafka;

/// <summary>The clickstream job, exactly once from Kafka to Kafka, killed again and again: some time, or with transactions that wait to be
/// committed.</summary>
/// <param name="folder">Its working folder.</param>
/// <param name="broker">The broker.</param>
internal sealed class ExactlyOnceClicks(string folder, Broker broker)
{
    private const int Partitions = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private readonly ClickTopic _clicks = new();
    private int _hours;

    /// <summary>How many clicks come with each start, an hour of them.</summary>
    public required int ClicksAStart { get; init; }

    /// <summary>How many kills at any time.</summary>
    public required int PlainKills { get; init; }

    /// <summary>How many kills with a transaction pending that is committed after the restart.</summary>
    public required int PendingKills { get; init; }

    /// <summary>Takes what is worth saying.</summary>
    public Action<string> Say { get; init; } = static _ => { };

    /// <summary>How many clicks there were.</summary>
    public int Clicks => _hours * ClicksAStart;

    /// <summary>Kills of both kinds that were done.</summary>
    public (int Plain, int Pending) Kills { get; private set; }

    /// <summary>The rows that must be there.</summary>
    public IReadOnlyList<PageRow> Expected => _clicks.Expected;

    /// <summary>Runs the job until all rows are there or it takes too long.</summary>
    /// <returns>The rows that a reader of what is committed sees, and how the last process ended.</returns>
    public async Task<(IReadOnlyList<PageRow> Written, EngineResult Result)> RunAsync()
    {
        ClickTopic.Create(broker, Partitions);
        var (random, starts, most) = (new Random(), 0, (PlainKills + PendingKills) * 8);
        while ((Kills.Plain < PlainKills || Kills.Pending < PendingKills) && starts++ < most)
        {
            using var process = await StartAsync();
            if (Kills.Plain < PlainKills && random.Next(PlainKills + PendingKills) < PlainKills)
                await KillAsync(process, random);
            else
                await KillPendingAsync(process);
        }

        using var last = await StartAsync();
        var written = await UntilAllAsync(last);
        last.Signal("INT");
        return (written, await last.WaitForEndAsync(Patience));
    }

    private async Task<EngineProcess> StartAsync()
    {
        var process = ClickJob.Start(
            folder, broker.Address, "exactly-once", "-D", $"execution.checkpointing.interval={Interval.TotalMilliseconds}ms");
        await process.WaitForLineAsync("First checkpoint of attempt", Patience);
        return process;
    }

    private int Visible() => ClickTopic.Written(broker, IsolationLevel.ReadCommitted).Count;

    private void Write() => _clicks.Write(broker, ClicksAStart, Partitions, _hours++);

    private async Task KillAsync(EngineProcess process, Random random)
    {
        Write();
        await process.EndsWithinAsync(TimeSpan.FromSeconds(1) * random.NextDouble());
        process.Kill();
        await process.EndsWithinAsync(Patience);
        Kills = Kills with { Plain = Kills.Plain + 1 };
        Say($"kill {Kills.Plain + Kills.Pending}: at any time");
    }

    private async Task KillPendingAsync(EngineProcess process)
    {
        var kill = new PendingKill(folder, broker, ClickTopic.Output);
        await kill.KillAsync(process, Interval, Write);
        var before = Visible();
        using (var next = await StartAsync())   // its restore commits them before it goes on; it has nothing else to write
        {
            var came = Visible() - before;
            Say($"kill {Kills.Plain + Kills.Pending + 1}: {kill.Pending} transactions were written and not committed; the next process " +
                $"made {came} rows visible");
            Kills = kill.Pending > 0 && came > 0
                ? Kills with { Pending = Kills.Pending + 1 }
                : Kills with { Plain = Kills.Plain + 1 };
            next.Kill();
            await next.EndsWithinAsync(Patience);
        }

        Kills = Kills with { Plain = Kills.Plain + 1 };
    }

    private async Task<IReadOnlyList<PageRow>> UntilAllAsync(EngineProcess process)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            ClickTopic.EndWindows(broker, Partitions, _hours);
            var written = await Task.Run(() => ClickTopic.Written(broker, IsolationLevel.ReadCommitted));
            if (!Expected.Except(written).Any() || DateTime.UtcNow > deadline || await process.EndsWithinAsync(Interval))
                return written;
        }
    }
}
