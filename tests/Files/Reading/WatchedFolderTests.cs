namespace Akka.Flink.Files.Tests.Reading;

using Akka.Flink.Connectors.Files;
using Akka.Flink.Operators;

public sealed class WatchedFolderTests : IDisposable
{
    private static readonly DateTimeOffset Began = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly FakeClock _clock = new(Began);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_files_that_come_later()
    {
        Put("a.txt", "1\n", Began.AddHours(-1));
        var run = Start();
        Assert.Equal(["1"], run.Values);

        Put("b.txt", "2\n", Began.AddHours(-1));
        Pass(run, seconds: 10);

        Assert.Equal(["1", "2"], run.Values);
    }

    [Fact]
    public void Waits_until_a_file_has_not_changed_for_an_interval()
    {
        var run = Start();
        Put("a.txt", "1\n", Began.AddSeconds(9));
        Pass(run, seconds: 10);
        Assert.Empty(run.Values);

        Put("a.txt", "1\n2\n", Began.AddSeconds(19));
        Pass(run, seconds: 10);
        Assert.Empty(run.Values);

        Pass(run, seconds: 10);
        Assert.Equal(["1", "2"], run.Values);
    }

    [Fact]
    public void Reads_a_file_again_that_was_replaced()
    {
        Put("a.txt", "1\n", Began.AddHours(-2));
        var run = Start();

        Put("a.txt", "2\n", Began.AddHours(-1));
        Pass(run, seconds: 10);

        Assert.Equal(["1", "2"], run.Values);
    }

    [Fact]
    public void Does_not_read_again_after_a_restore_what_it_has_read()
    {
        Put("a.txt", "1\n", Began.AddHours(-1));
        var checkpoint = Start().Driver.TakeCheckpoint();
        Put("b.txt", "2\n", Began.AddHours(-1));

        var run = Start(checkpoint);

        Assert.Equal(["2"], run.Values);
    }

    [Fact]
    public void Fails_when_the_folder_is_gone()
    {
        var folder = Directory.CreateDirectory(_folder.At("watched")).FullName;
        var run = Start(folder: folder);
        Directory.Delete(folder);

        var error = Assert.Throws<JobException>(() => Pass(run, seconds: 10));

        Assert.Equal(ErrorDomain.External, error.Domain);
        Assert.Contains($"'{folder}'", error.Message);
    }

    [Fact]
    public void Has_no_end() =>
        Assert.Equal(Sources.Boundedness.ContinuousUnbounded, Source(_folder.Path).Boundedness);

    private static void Drain(SourceRun<string> run)
    {
        while (run.Driver.Step())
        {
            // until nothing is left
        }
    }

    private FileSource<string> Source(string folder) =>
        FileSource.ForLines(folder).MonitorContinuously(TimeSpan.FromSeconds(10)).Clock(_clock).Build();

    private SourceRun<string> Start(JobSnapshot? restore = null, string? folder = null)
    {
        var run = new SourceRun<string>(Source(folder ?? _folder.Path), restore: restore);
        run.Driver.SetProcessingTime(_clock.GetUtcNow().ToUnixTimeMilliseconds());
        Drain(run);
        return run;
    }

    private void Pass(SourceRun<string> run, int seconds)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        run.Driver.SetProcessingTime(_clock.GetUtcNow().ToUnixTimeMilliseconds());
        Drain(run);
    }

    private void Put(string name, string text, DateTimeOffset at) =>
        File.SetLastWriteTimeUtc(_folder.Write(name, text), at.UtcDateTime);
}
