namespace Akka.Flink.Jobs.Checkpoints;

using System.Buffers;
using System.Globalization;
using Akka.Flink.Measuring;
using Akka.Flink.Measuring.Plots;
using Akka.Flink.Runtime;
using Akka.Flink.State;

/// <summary>What a run with checkpoints came to: tables, and the plots beside them.</summary>
/// <param name="options">What it was run with.</param>
/// <param name="latencies">From when an event was due until its result was in the sink.</param>
/// <param name="hiccups">What the machine adds to that.</param>
/// <param name="checkpoints">The checkpoints of the measurement.</param>
internal sealed class CheckpointReport(
    CheckpointOptions options, LatencySeries latencies, LatencySeries hiccups, IReadOnlyList<CheckpointDone> checkpoints)
{
    // A key, a count and a sum.
    private static readonly int EntryBytes = SizeOf(0L) + SizeOf(default(CountAndSum));

    private readonly List<(long FromUs, long ToUs)> _stretches = [.. checkpoints.Select(StretchOf)];

    /// <summary>From when to when a checkpoint was in progress.</summary>
    /// <param name="done">The checkpoint.</param>
    public static (long FromUs, long ToUs) StretchOf(CheckpointDone done)
    {
        var toUs = done.At.UtcTicks / TimeSpan.TicksPerMicrosecond;
        return (toUs - (done.DurationMs * 1000), toUs);
    }

    /// <summary>Writes the tables, and the plots into the same folder.</summary>
    /// <param name="path">Where to.</param>
    public void Write(string path)
    {
        var culture = CultureInfo.InvariantCulture;
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var outside = latencies.Sum(at => !IsInCheckpoint(at));
        var during = latencies.Sum(IsInCheckpoint);
        using var page = new StreamWriter(path) { NewLine = "\n" };
        page.WriteLine($"| latency, milliseconds | {string.Join(" | ", Percentiles.Names)} |");
        page.WriteLine("|---|---|---|---|---|---|");
        page.WriteLine(Percentiles.Row("outside of checkpoints (goal: p99 < 20)", Percentiles.Of(outside)));
        page.WriteLine(Percentiles.Row("during checkpoints (goal: p99 < 20, p99.9 < 2, the meter off)", Percentiles.Of(during)));
        page.WriteLine(Percentiles.Row("hiccup meter", Percentiles.Of(hiccups.Total())));
        page.WriteLine(Percentiles.Row("hiccup meter, during checkpoints", Percentiles.Of(hiccups.Sum(IsInCheckpoint))));
        page.WriteLine();
        page.WriteLine("| checkpoint | ms | MB written | MB a restore reads | bytes of each entry written | to its serialized size |");
        page.WriteLine("|---|---|---|---|---|---|");
        foreach (var done in checkpoints)
        {
            var isBase = done.WrittenBytes >= done.StateBytes;
            var bytes = done.WrittenBytes / (isBase ? options.Keys : ChangedKeys());
            page.WriteLine(string.Create(
                culture,
                $"| {done.Checkpoint.Number}{(isBase ? ", a base" : "")} | {done.DurationMs:N0} | {done.WrittenBytes / 1e6:0.0} | " +
                $"{done.StateBytes / 1e6:0.0} | {bytes:0.0} | {bytes / EntryBytes:0.00} (goal: <= 1.3) |"));
        }

        var title = string.Create(culture, $"{options.Keys:N0} keys, {options.Rate:N0} events/s; checkpoints are marked");
        File.WriteAllText(
            Path.Combine(folder, "checkpoints-over-time.svg"), LatencyPlots.OverTime(title, latencies, hiccups, _stretches));
        File.WriteAllText(
            Path.Combine(folder, "checkpoints.svg"),
            LatencyPlots.Percentiles(
                title, [("outside of checkpoints", outside), ("during checkpoints", during), ("hiccup meter", hiccups.Total())]));
    }

    private static int SizeOf<T>(T value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        TypeSerializers.For<T>().Write(bytes, value);
        return bytes.WrittenCount;
    }

    // How many of so many keys so many random events hit.
    private double ChangedKeys() => options.Keys * (1 - Math.Exp(-options.Rate * options.Interval.TotalSeconds / options.Keys));

    private bool IsInCheckpoint(long atUs) =>
        _stretches.Exists(each => each.FromUs < atUs + latencies.IntervalUs && atUs < each.ToUs);
}
