namespace Akka.Flink.Host.Tests.Output;

using Akka.Flink.Host.Output;
using Akka.Flink.Runtime;
using Spectre.Console;

public class DisplayTests
{
    private readonly StringWriter _written = new();

    [Fact]
    public async Task Writes_what_an_attempt_resumes_from_so_that_it_can_be_searched_for()
    {
        await Show(new AttemptBegan(
            JobEvents.Job, JobEvents.At(0), 3, new CheckpointId(2, 17), ["access.log @ byte 1048576, record 5000"]));

        Assert.Equal(
            ["Attempt 3 of job 'job-1' resumes from checkpoint 17 of attempt 2:", "  at access.log @ byte 1048576, record 5000"], Lines());
    }

    [Fact]
    public async Task Writes_a_line_every_ten_seconds()
    {
        JobEvent[] reports = [new StatusChanged(JobEvents.Job, JobEvents.At(0), JobStatus.Running, null), JobEvents.Checkpoint(4, 3),
            .. Enumerable.Range(1, 25).Select(second => JobEvents.Report(second, second * 1_000))];

        await Show(reports);

        var lines = Lines();
        Assert.Equal(3, lines.Length);
        Assert.Equal("First checkpoint of attempt 1 is complete: checkpoint 3.", lines[0]);
        Assert.StartsWith("10 s: running | read 10,000 (1,000/s) | written 2,100 (210/s) | watermark 1970-01-12 13:46:35", lines[1]);
        Assert.EndsWith("checkpoint 3 6.0 s ago, took 45 ms, wrote 1.2 MiB, state 2.2 MiB", lines[1]);
    }

    [Fact]
    public async Task Writes_failures_with_what_follows()
    {
        await Show(
            new AttemptFailed(JobEvents.Job, JobEvents.At(1), 1, JobEvents.Failure("boom"), TimeSpan.FromSeconds(2)),
            new AttemptFailed(JobEvents.Job, JobEvents.At(4), 2, JobEvents.Failure("bang"), null),
            new CheckpointFailed(JobEvents.Job, JobEvents.At(4), new CheckpointId(2, 5), "no space"));

        Assert.Equal(
            ["Attempt 1 failed: boom", "  It restarts in 2.0 s.", "Attempt 2 failed: bang", "  It is not started again.",
            "Checkpoint 5 of attempt 2 failed: no space"], Lines());
    }

    [Fact]
    public void The_summary_says_what_was_read_and_where_results_are()
    {
        var view = JobView.Of("Clicks", JobEvents.Start) with { Checkpoints = 4 };
        var outcome = new JobOutcome(
            JobStatus.Finished, new CheckpointId(2, 9), null, TimeSpan.FromSeconds(20), JobEvents.Tasks(100_000));

        var lines = Summary.Of(outcome, view, ["source"], ["/tmp/out"]);

        Assert.Equal("Job 'Clicks' finished after 20 s.", lines[0]);
        Assert.Contains("  records      100,000 read, 5,000/s", lines);
        Assert.Contains("  checkpoints  4 in this run; the last is 9 of attempt 2", lines);
        Assert.Contains("  results      /tmp/out", lines);
    }

    [Theory]
    [InlineData(true, "no checkpoint yet")]
    [InlineData(false, "takes no checkpoints: after a failure it starts afresh")]
    public void The_panel_says_why_there_is_no_checkpoint(bool takesCheckpoints, string expected)
    {
        var viewer = new JobViewer("Clicks", JobEvents.Operators, JobEvents.Start, takesCheckpoints);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_written) });
        console.Profile.Width = 140;

        console.Write(LivePanel.Draw(viewer.View));

        Assert.Contains(expected, _written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_panel_shows_operators_and_the_last_checkpoint()
    {
        var viewer = new JobViewer("Clicks [x]", JobEvents.Operators, JobEvents.Start, true);
        viewer.Apply(new StatusChanged(JobEvents.Job, JobEvents.At(0), JobStatus.Running, null));
        viewer.Apply(JobEvents.Report(1, 10_000, pressureMs: 900));
        viewer.Apply(JobEvents.Checkpoint(2, 3));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_written) });
        console.Profile.Width = 140;

        console.Write(LivePanel.Draw(viewer.View));

        var text = _written.ToString();
        Assert.Contains("Clicks [x] · Running", text, StringComparison.Ordinal);
        Assert.Matches("clicks .* 10,000 +10,000/s .* 90 %", text);
        Assert.Contains("pages ×2", text, StringComparison.Ordinal);
        Assert.Contains("checkpoint 3 0 ms ago", text, StringComparison.Ordinal);
    }

    private async Task Show(params JobEvent[] events)
    {
        var client = new FakeJobClient();
        using var display = new LineDisplay(_written);
        await using var observer = new JobObserver(client, new JobViewer("Clicks", JobEvents.Operators, JobEvents.Start, true), display);
        foreach (var each in events)
            client.Say(each);
    }

    private string[] Lines() => _written.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
