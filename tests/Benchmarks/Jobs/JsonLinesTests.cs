namespace Akka.Flink.Benchmarks.Tests.Jobs;

using System.Text.Json;
using Akka.Flink.Jobs;
using Akka.Flink.Jobs.Table;

public sealed class JsonLinesTests
{
    [Fact]
    public void A_result_is_one_object_on_a_line_with_medians_and_the_ratio_pair_by_pair()
    {
        var outcome = new Outcome(0xab, 7);
        var loop = new Measurement(outcome, 10, 10, double.NaN, 0, 0, 0, 1);
        var engine = new Measurement(outcome, 20, 30, 0.5, 3, 2, 1, 64);
        var row = new ResultRow(
            new JobCase("window", 1_000, 1, 500),
            "actors",
            [loop, loop with { Nanoseconds = 40 }, loop],
            [engine, engine with { Nanoseconds = 50 }, engine],
            IsRight: true);
        using var output = new StringWriter();

        new JsonLines(output).Write(row);

        Assert.Equal(
            """
            {"job":"window","n":500,"k":1000,"p":1,"driver":"actors","meps":50,"ratio":0.5,"bytesPerEvent":0.5,"cpuNsPerEvent":30,
            "gen0":3,"gen1":2,"gen2":1,"peakMb":64,"checksum":"00000000000000ab"}
            """.ReplaceLineEndings(""),
            JsonDocument.Parse(output.ToString()).RootElement.GetRawText());
    }
}
