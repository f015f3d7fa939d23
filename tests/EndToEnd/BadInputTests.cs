namespace Akka.Flink.EndToEnd.Tests;

using System.Diagnostics;
using System.Text.Json;
using Akka.Flink.Shared.Databases;
using Akka.Flink.EndToEnd.Tests.Support;
using Microsoft.Data.Sqlite;
using TemporaryFolder = Akka.Flink.EndToEnd.Tests.Support.TemporaryFolder;

/// <summary>What a user gets wrong, or the machine: the message, the exit code, and that nothing is lost that was committed.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Counting = "Akka.Flink.EndToEnd.Programs.CountingJob";
    private const string Other = "Akka.Flink.EndToEnd.Programs.OtherJob";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var result = await Engine.RunAsync(_folder.Path, AccessLog("nowhere.log"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nowhere.log', which a source is to read, is neither a file nor a folder.", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);   // the user's mistake, and not the engine's
    }

    [Fact]
    public async Task An_unreadable_line_is_named_and_can_be_skipped()
    {
        var log = _folder.At("access.log");
        File.WriteAllLines(log, [.. File.ReadLines(Logs.Own), "no line of an access log"]);

        var failed = await Engine.RunAsync(_folder.Path, AccessLog(log));
        var skipped = await Engine.RunAsync(_folder.Path, AccessLog(log, "-D", "connectors.malformed-records=skip"));

        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("line 2001: the record cannot be read by source 'access-log'", failed.Error, StringComparison.Ordinal);
        Assert.Equal(0, skipped.ExitCode);
        Assert.Contains("malformedRecords 1", skipped.Error, StringComparison.Ordinal);
        Assert.Equal(AccessLogCount.Of(Logs.Own), AccessLogCount.Written(_folder.At("rows")));
    }

    [Fact]
    public async Task A_missing_argument_is_named()
    {
        var result = await Engine.RunAsync(_folder.Path, "run", "AccessLog");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("The argument '--input' is missing or has no value. Add '--input VALUE'.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_throws_is_tried_again_and_then_named_with_key_and_timestamp()
    {
        string[] command = Count(10_000, "-D", "restart-strategy.type=fixed-delay", "-D", "restart-strategy.fixed-delay.attempts=2",
            "-D", "restart-strategy.fixed-delay.delay=50ms");

        var failed = await Engine.RunAsync(_folder.Path, [.. command, "--throw-at", "9000"]);
        var before = Rows();
        var mended = await Engine.RunAsync(_folder.Path, command);

        Assert.Equal(1, failed.ExitCode);
        Assert.Equal(2, failed.Error.Split("It restarts in 50 ms.").Length - 1);
        Assert.Contains("It is not started again.", failed.Error, StringComparison.Ordinal);
        Assert.Contains("operator 'counting' (counting), subtask 0 of 1, failed on timestamp 90000, key 'k5'", failed.Error,
            StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: 9000 is not wanted.", failed.Error, StringComparison.Ordinal);
        Assert.NotEmpty(before);
        Assert.Equal(0, mended.ExitCode);
        Assert.Equal(before, Rows()[..before.Count]);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(number => (long)number), Rows());
    }

    [Fact]
    public async Task A_locked_database_is_named()
    {
        await Engine.RunAsync(_folder.Path, Count(100));
        using var other = new SqliteConnection($"Data Source={_folder.At(".akka-flink/state.db")};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();

        var result = await Engine.RunAsync(_folder.Path, [.. Count(100), "--rate", "99"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("state.db' cannot be used", result.Error, StringComparison.Ordinal);
        Assert.Contains("Another process holds a lock on it", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_locked_while_a_job_runs_is_named_and_nothing_is_lost()
    {
        using var process = new EngineProcess(Engine.Command(_folder.Path, [.. Count(100_000), "--rate", "5000"]));
        await process.WaitForLineAsync("First checkpoint of attempt 1 is complete", Patience);
        using var other = new SqliteConnection($"Data Source={_folder.At(".akka-flink/control.db")};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();

        var said = await process.WaitForLineAsync("database is locked", Patience);
        command.CommandText = "ROLLBACK";
        command.ExecuteNonQuery();
        await process.WaitForLineAsync("Attempt 2 of job 'counting' resumes from checkpoint", Patience);
        var result = await process.WaitForEndAsync(Patience);

        Assert.Contains("control.db'", said, StringComparison.Ordinal);
        Assert.Contains("Another connection held the lock", said, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Enumerable.Range(0, 100_000).Select(number => (long)number), Rows());
    }

    [Theory]
    [InlineData("state.db")]
    [InlineData("control.db")]
    public async Task A_corrupt_database_is_named(string name)
    {
        await Engine.RunAsync(_folder.Path, Count(100));
        var before = Rows();
        var file = _folder.At(".akka-flink/" + name);
        File.Delete(file + "-wal");
        File.WriteAllBytes(file, new byte[8192]);
        File.WriteAllText(file, "This is no database any more.");

        var result = await Engine.RunAsync(_folder.Path, Count(100));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{name}' cannot be used", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, Rows());
    }

    [Fact]
    public async Task A_checkpoint_of_another_job_is_refused()
    {
        await Engine.RunAsync(_folder.Path, [.. Count(5_000, "-D", "pipeline.job-id=shared", "-D", "restart-strategy.type=none"),
            "--throw-at", "4000"]);

        var result = await Engine.RunAsync(_folder.Path, "run", Engine.Programs, "--class", Other, "-D", "pipeline.job-id=shared");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("is of another job: it holds state of", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_without_a_program_is_refused()
    {
        var library = Path.Combine(Path.GetDirectoryName(Engine.Programs)!, "Akka.Flink.State.dll");

        var result = await Engine.RunAsync(_folder.Path, "run", library);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("has no entry point: it is a library.", result.Error, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public async Task A_full_disk_at_a_checkpoint_is_named_and_the_job_goes_on_when_there_is_room()
    {
        Directory.CreateDirectory(_folder.At("disk"));
        var command = Engine.Command(_folder.Path, Count(
            30_000, "-D", "akka.flink.dir=disk/state", "-D", "restart-strategy.type=fixed-delay", "-D",
            "restart-strategy.fixed-delay.attempts=1000", "-D", "restart-strategy.fixed-delay.delay=300ms"));
        using var process = OnSmallDisk(command);
        await process.WaitForLineAsync("First checkpoint of attempt 1 is complete", Patience);

        // The disk is the process's own: it is seen through the process alone.
        var filler = $"/proc/{process.Id}/root{_folder.At("disk/filler")}";
        Fill(filler);
        var said = await process.WaitForLineAsync("full", Patience);   // of the state, or of the record of checkpoints: whichever is first
        File.Delete(filler);
        var result = await process.WaitForEndAsync(Patience);

        Assert.Contains("disk is full", said, StringComparison.Ordinal);
        Assert.Contains("Attempt 2 of job 'counting' resumes from checkpoint", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Enumerable.Range(0, 30_000).Select(number => (long)number), Rows());
    }

    public void Dispose() => _folder.Dispose();

    private static string[] AccessLog(string input, params string[] options) =>
        ["run", "AccessLog", .. options, "--", "--input", input, "--output", "rows"];

    private static string[] Count(int count, params string[] options) =>
    [
        "run", Engine.Programs, "--class", Counting, "-D", "pipeline.job-id=counting", .. options, "--", "--output", "rows", "--count",
            $"{count}",
    ];

    private EngineProcess OnSmallDisk(ProcessStartInfo command)
    {
        string[] shell =
            ["--mount", "sh", "-c", "mount -t tmpfs -o size=8m tmpfs disk && exec dotnet \"$@\"", "sh", .. command.ArgumentList];
        return new EngineProcess(new ProcessStartInfo("unshare", shell)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
    }

    private static void Fill(string path)
    {
        using var filler = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
                filler.Write(new byte[4096]);
        }
        catch (IOException)
        {
            return;   // now it is full
        }
    }

    private List<long> Rows() => Directory.Exists(_folder.At("rows"))
        ? [.. Directory.GetFiles(_folder.At("rows"), "part-*").SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("number").GetInt64()).Order()]
        : [];
}
