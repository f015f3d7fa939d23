namespace Akka.Flink.EndToEnd.Tests;

using Akka.Flink.EndToEnd.Tests.Support;

public sealed class SampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("CountWithTimeout", "(b, 1)|(a, 3)")]
    [InlineData("EnrichTrades", "EnrichedTrade { Trade = Trade { Id = 1, CustomerId = ann, Price = 100, At = 1200 }, Tier = silver }")]
    public async Task Runs(string sample, string expected)
    {
        var result = await Engine.RunAsync(_folder.Path, "run", sample);

        Assert.Equal(0, result.ExitCode);
        foreach (var line in expected.Split('|'))
            Assert.Contains(line, result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At(".akka-flink")), "A job without checkpoints keeps nothing.");
    }

    [Fact]
    public async Task A_program_started_by_itself_has_the_engine_in_its_process()
    {
        var start = Engine.Command(_folder.Path);
        start.ArgumentList.Clear();
        string[] arguments =
        [
            Engine.Sample("AccessLog"), "--input", Logs.Own, "--output", _folder.At("rows"), "-D", "parallelism.default=2",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = new EngineProcess(start);

        var result = await process.WaitForEndAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Job 'Access log' finished after", result.Error, StringComparison.Ordinal);
        Assert.Equal(AccessLogCount.Of(Logs.Own), AccessLogCount.Written(_folder.At("rows")));
    }

    [Fact]
    public async Task The_demo_prints_top_pages_resumes_and_begins_anew()
    {
        string[] command = ["run", "ClickstreamFiles", "--", "--dir", _folder.At("demo"), "--events", "40000", "--rate", "20000"];
        using (var process = Engine.Start(_folder.Path, command))
        {
            await process.WaitForLineAsync("First checkpoint of attempt 1 is complete", TimeSpan.FromMinutes(1));
            process.Signal("INT");
            Assert.Equal(3, (await process.WaitForEndAsync(TimeSpan.FromMinutes(1))).ExitCode);
        }

        var resumed = await Engine.RunAsync(_folder.Path, command);
        var anew = await Engine.RunAsync(_folder.Path, command);

        Assert.Contains("resumes from checkpoint", resumed.Error, StringComparison.Ordinal);
        Assert.Contains("/page/0", resumed.Output, StringComparison.Ordinal);
        Assert.Contains("starts afresh", anew.Error, StringComparison.Ordinal);
        Assert.Equal(resumed.Output.Replace("results-1", "results-2", StringComparison.Ordinal), anew.Output);
    }

    public void Dispose() => _folder.Dispose();
}
