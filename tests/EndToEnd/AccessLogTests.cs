namespace Akka.Flink.EndToEnd.Tests;

using Akka.Flink.EndToEnd.Tests.Support;

public sealed class AccessLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public Task Gives_what_a_naive_count_of_its_own_log_gives() => Compare(Logs.Own);

    [SharedLogFact]
    public Task Gives_what_a_naive_count_of_a_real_log_gives() => Compare(Logs.Shared!);

    [Fact]
    public async Task Reads_a_folder_with_several_subtasks()
    {
        var input = _folder.At("logs");
        Directory.CreateDirectory(input);
        File.Copy(Logs.Own, Path.Combine(input, "a.log"));

        var result = await Run(input, "-D", "parallelism.default=3");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(AccessLogCount.Of(Logs.Own), AccessLogCount.Written(_folder.At("rows")));
    }

    [Fact]
    public async Task A_finished_job_says_what_it_wrote_and_runs_anew_with_restart()
    {
        await Run(Logs.Own);

        var again = await Run(Logs.Own);
        var anew = await Run(Logs.Own, "--restart");

        Assert.Contains("has finished at", again.Error, StringComparison.Ordinal);
        Assert.Contains("--restart", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("starts afresh", anew.Error, StringComparison.Ordinal);
        Assert.Equal(2 * AccessLogCount.Of(Logs.Own).Count, AccessLogCount.Written(_folder.At("rows")).Count);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_stops_it_with_a_checkpoint_and_the_same_command_goes_on(string signal)
    {
        using (var process = Start(Logs.Own, rate: 500))
        {
            await process.WaitForLineAsync("First checkpoint of attempt 1 is complete", TimeSpan.FromMinutes(1));
            process.Signal(signal);
            var stopped = await process.WaitForEndAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(3, stopped.ExitCode);
            Assert.Contains("The same command resumes it.", stopped.Error, StringComparison.Ordinal);
            Assert.Contains("was stopped after", stopped.Error, StringComparison.Ordinal);
        }

        using var resumed = Start(Logs.Own, rate: 500);
        var result = await resumed.WaitForEndAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(0, result.ExitCode);
        Assert.True(Resumption.ReadAll(result.Error)[0].Line > 0, result.Error);
        Assert.Equal(AccessLogCount.Of(Logs.Own), AccessLogCount.Written(_folder.At("rows")));
    }

    [Fact]
    public async Task A_second_signal_aborts_it()
    {
        using var process = Start(Logs.Own, rate: 100);
        await process.WaitForLineAsync("First checkpoint of attempt 1 is complete", TimeSpan.FromMinutes(1));

        process.Signal("INT");
        await process.WaitForLineAsync("Ctrl-C again aborts", TimeSpan.FromMinutes(1));
        process.Signal("INT");
        var result = await process.WaitForEndAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(result.ExitCode, (int[])[3, 130]);   // the last checkpoint may be done before the second signal
    }

    [Fact]
    public async Task A_second_process_is_kept_out()
    {
        using var first = Start(Logs.Own, rate: 100);
        await first.WaitForLineAsync("First checkpoint of attempt 1 is complete", TimeSpan.FromMinutes(1));

        var second = await Run(Logs.Own);

        Assert.Equal(4, second.ExitCode);
        Assert.Contains("is in use by process", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_appear_once_whenever_it_is_killed()
    {
        var log = _folder.At("access.log");
        var lines = Logs.Repeat(Logs.Own, 20, log);
        var run = new KillRun(seed: 5)
        {
            Input = log,
            Folder = _folder.Path,
            Rate = 8_000,
            Kills = 5,
            Interval = TimeSpan.FromMilliseconds(100),
            LongestRun = TimeSpan.FromMilliseconds(600),
        };

        var result = await run.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(AccessLogCount.Of(Logs.Own, 20), AccessLogCount.Written(run.Output));
        Assert.Equal(6, run.Resumptions.Count);
        Assert.Equal(run.Resumptions.Select(each => each.Checkpoint), run.Resumptions.Select(each => each.Checkpoint).Distinct().Order());
        Assert.Equal(run.Resumptions.Select(each => each.Byte), run.Resumptions.Select(each => each.Byte).Order());
        Assert.True(run.Resumptions[^1].Line > 0 && run.Resumptions[^1].Line <= lines);
    }

    public void Dispose() => _folder.Dispose();

    private async Task Compare(string log)
    {
        var result = await Run(log);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(AccessLogCount.Of(log), AccessLogCount.Written(_folder.At("rows")));
    }

    private Task<EngineResult> Run(string input, params string[] options) => Engine.RunAsync(
        _folder.Path, ["run", "AccessLog", .. options, "--", "--input", input, "--output", _folder.At("rows")]);

    private EngineProcess Start(string input, int rate) => Engine.Start(
        _folder.Path,
        "run", "AccessLog", "-D", "execution.checkpointing.interval=100ms", "--",
        "--input", input, "--output", _folder.At("rows"), "--rate", $"{rate}");
}
