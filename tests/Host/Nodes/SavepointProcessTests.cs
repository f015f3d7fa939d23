namespace Akka.Flink.Host.Tests.Nodes;

using System.Diagnostics;
using System.Text.Json;
using Akka.Flink.Host.Tests.Cli;
using Akka.Flink.Host.Tests.Programs.Support;

/// <summary>A job that is moved by savepoints: from a cluster into a process of its own, and back.</summary>
public sealed class SavepointProcessTests : IDisposable
{
    private const int Count = 6_000;

    private const string Source = """
        using Akka.Flink.Connectors.DataGen;
        using Akka.Flink.Connectors.Files;
        using Akka.Flink.Formats;
        using Akka.Flink.Sources;

        var parameters = ParameterTool.FromArgs(args);
        var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
        env.EnableCheckpointing(TimeSpan.FromMilliseconds(300));
        var numbers = new DataGeneratorSource<long>(number => number, 6_000);
        env.FromSource(numbers.WithRate(parameters.GetLong("rate", 300)), WatermarkStrategy.NoWatermarks<long>(), "numbers").Uid("numbers")
            .Map(number => new Row(number % 10, 1)).Uid("rows")
            .KeyBy(row => row.Digit).Reduce((one, other) => new Row(one.Digit, one.Count + other.Count)).Uid("counts")
            .SinkTo(FileSink.ForRecords(parameters.GetRequired("output"), JsonFormat.Of<Row>()).Build()).Uid("files");
        await env.ExecuteAsync("Moving");

        public sealed record Row(long Digit, long Count);
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("akka-flink-moved-");

    private string Savepoints => Path.Combine(_folder.FullName, "savepoints");

    private string Output => Path.Combine(_folder.FullName, "rows");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_job_is_moved_from_a_cluster_into_a_process_and_back_and_loses_nothing()
    {
        var program = CompiledProgram.Compile(Path.Combine(_folder.FullName, "program"), "Moving", Source);
        using var node = NodeProcess.Start(_folder.CreateSubdirectory("node").FullName, "--slots", "4");
        var (_, url) = await node.UntilUpAsync();
        await RunAsync(0, "run", program, "--cluster", url, "-D", "pipeline.job-id=moving", "--", "--rate", "300", "--output", Output);
        await UntilCheckpointAsync(url);

        var kept = (await RunAsync(0, "savepoint", "moving", Savepoints, "--url", url)).Output.Trim();
        var without = await RunAsync(2, "savepoint", "moving", "--url", url);
        var stopped = (await RunAsync(0, "stop", "moving", "--savepoint", Savepoints, "--url", url)).Output.Trim();
        var here = await StopHereAsync(program, stopped);
        var inspected = await RunAsync(0, "savepoint", "inspect", here, "--format", "json");
        var table = await RunAsync(0, "savepoint", "inspect", kept);
        await RunAsync(
            0, "run", program, "--cluster", url, "--from-savepoint", here, "--wait", "-D", "pipeline.job-id=back", "--",
            "--rate", "1000000", "--output", Output);

        Assert.Contains("'akka.flink.execution.checkpointing.savepoint-dir'", without.Error, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(inspected.Output);
        var counts = report.RootElement.GetProperty("operators").EnumerateArray()
            .Single(each => each.GetProperty("uid").GetString() == "counts");
        Assert.Equal(3, counts.GetProperty("parallelism").GetInt32());
        Assert.Equal(10, counts.GetProperty("states").EnumerateArray().Sum(state => state.GetProperty("entries").GetInt64()));
        Assert.Contains("counts", table.Output, StringComparison.Ordinal);
        var rows = Directory.GetFiles(Output, "part-*", SearchOption.AllDirectories).SelectMany(File.ReadLines).ToList();
        Assert.Equal((Count, Count), (rows.Count, rows.Distinct().Count()));
    }

    [Fact]
    public async Task A_savepoint_that_is_none_is_refused_before_anything_is_started()
    {
        var program = CompiledProgram.Compile(Path.Combine(_folder.FullName, "program"), "Moving", Source);

        var missing = await RunAsync(2, "run", program, "--from-savepoint", Savepoints, "--", "--output", Output);
        var inspected = await RunAsync(2, "savepoint", "inspect", Savepoints);

        Assert.Contains($"There is no savepoint in '{Savepoints}'", missing.Error, StringComparison.Ordinal);
        Assert.Contains($"There is no savepoint in '{Savepoints}'", inspected.Error, StringComparison.Ordinal);
    }

    private async Task<string> StopHereAsync(string program, string savepoint)
    {
        using var process = CommandLineTool.Start(
            _folder.CreateSubdirectory("here").FullName, "run", program, "--from-savepoint", savepoint, "--savepoint-at-stop", Savepoints,
            "-D", "parallelism.default=3", "--", "--rate", "300", "--output", Output);
        _ = process.StandardOutput.ReadToEndAsync();
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            said.Add(line);
            if (!line.StartsWith("First checkpoint", StringComparison.Ordinal))
                continue;

            using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {process.Id}"]);
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 3, string.Join('\n', said));
        Assert.Contains(said, line => line.Contains($"savepoint {savepoint}", StringComparison.Ordinal));
        var complete = said.Single(line => line.StartsWith("Savepoint ", StringComparison.Ordinal));
        Assert.Contains(" is complete: ", complete, StringComparison.Ordinal);
        return complete.Split(' ')[1];
    }

    private async Task<CommandResult> RunAsync(int code, params string[] args)
    {
        var result = await CommandLineTool.RunAsync(_folder.FullName, args);
        Assert.True(result.ExitCode == code, $"{string.Join(' ', args)}: {result.ExitCode}\n{result.Output}\n{result.Error}");
        return result;
    }

    private static async Task UntilCheckpointAsync(string url)
    {
        using var http = new HttpClient();
        var began = Stopwatch.StartNew();
        while (true)
        {
            using var job = JsonDocument.Parse(await http.GetStringAsync($"{url}/jobs/moving"));
            if (job.RootElement.GetProperty("lastCheckpoint").ValueKind == JsonValueKind.Object)
                return;

            Assert.True(began.Elapsed < Patience, job.RootElement.ToString());
            await Task.Delay(50);
        }
    }
}
