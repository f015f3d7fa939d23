namespace Akka.Flink.Jobs.Table;

using System.Globalization;

/// <summary>Results as a table of a page.</summary>
/// <param name="output">Where they go.</param>
internal sealed class MarkdownTable(TextWriter output) : IResultWriter
{
    public void Begin()
    {
        output.WriteLine(
            "| job | K | P | N | loop M/s | M/s | ratio | goal | CPU ns | CPU ratio " +
            "| B/event | goal | GC 0/1/2 | peak MB | checksum | |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    public void Write(ResultRow row)
    {
        var run = row.Case;
        var verdict = Verdict.Of(row);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {run.Job} | {run.Keys:N0} | {run.Parallelism} | {run.Events:N0} | {row.LoopMeps:0.0} | {row.Meps:0.0} | " +
            $"{row.Ratio:0.00} | {verdict.RatioGoal} | {row.CpuNsPerEvent:0.0} | {row.CpuRatio:0.00} | " +
            $"{row.BytesPerEvent:0.000} | {verdict.BytesGoal} | {row.Gen0}/{row.Gen1}/{row.Gen2} | {row.PeakMb:0} | " +
            $"`{row.Checksum}` | {verdict.Text} |"));
    }
}
