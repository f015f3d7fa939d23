namespace Akka.Flink.Jobs.Table;

using System.Text.Json;

/// <summary>Results as JSON, an object on a line.</summary>
/// <param name="output">Where they go.</param>
internal sealed class JsonLines(TextWriter output) : IResultWriter
{
    public void Begin()
    {
    }

    public void Write(ResultRow row) => output.WriteLine(JsonSerializer.Serialize(new
    {
        job = row.Case.Job,
        n = row.Case.Events,
        k = row.Case.Keys,
        p = row.Case.Parallelism,
        driver = row.Driver,
        meps = Math.Round(row.Meps, 3),
        ratio = Math.Round(row.Ratio, 3),
        bytesPerEvent = Math.Round(row.BytesPerEvent, 4),
        cpuNsPerEvent = Math.Round(row.CpuNsPerEvent, 2),
        gen0 = (long)row.Gen0,
        gen1 = (long)row.Gen1,
        gen2 = (long)row.Gen2,
        peakMb = Math.Round(row.PeakMb, 1),
        checksum = row.Checksum,
    }));
}
