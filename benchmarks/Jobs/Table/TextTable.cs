namespace Akka.Flink.Jobs.Table;

using System.Globalization;

/// <summary>Results as lines of a table, with the goals beside the figures.</summary>
/// <param name="output">Where they go.</param>
internal sealed class TextTable(TextWriter output) : IResultWriter
{
    public void Begin() => output.WriteLine(
        $"{"job",-10} {"K",9} {"P",2} {"N",11} {"loop M/s",8} {"M/s",7} {"ratio",6} {"goal",5} {"CPU ns",7} {"CPU ratio",9} " +
        $"{"B/event",8} {"goal",5} {"GC 0/1/2",9} {"peak MB",7} {"checksum",-16}");

    public void Write(ResultRow row)
    {
        var run = row.Case;
        var verdict = Verdict.Of(row);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Job,-10} {run.Keys,9} {run.Parallelism,2} {run.Events,11} {row.LoopMeps,8:0.0} {row.Meps,7:0.0} {row.Ratio,6:0.00} " +
            $"{verdict.RatioGoal,5} {row.CpuNsPerEvent,7:0.0} {row.CpuRatio,9:0.00} {row.BytesPerEvent,8:0.000} {verdict.BytesGoal,5} " +
            $"{$"{row.Gen0}/{row.Gen1}/{row.Gen2}",9} {row.PeakMb,7:0} {row.Checksum,-16} {verdict.Text}"));
    }
}
