namespace Akka.Flink.Host.Tests.Nodes;

using System.Diagnostics;
using System.Text.RegularExpressions;
using Akka.Flink.Host.Nodes;
using Akka.Flink.Host.Tests.Cli;

public sealed partial class LocalClusterTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("akka-flink-up-");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await RunAsync("down");
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Starts_nodes_adds_one_by_the_command_that_it_says_and_ends_just_those_that_it_started()
    {
        var up = await RunAsync("up", "2", "--slots", "1", "--port", "0", "--rest-port", "0");
        var again = await RunAsync("up", "1");
        var url = UrlOption().Match(up.Output).Groups[1].Value;
        using var third = NodeProcess.Start(_folder.FullName, AddOptions().Match(up.Output).Groups[1].Value.Split(' '));
        var (address, _) = await third.UntilUpAsync();
        var nodes = await RestNodes.UntilAsync(url, 3);

        var down = await RunAsync("down");

        Assert.Equal((0, 2), (up.ExitCode, again.ExitCode));
        Assert.Contains("Nodes run from", again.Error, StringComparison.Ordinal);
        Assert.Contains(nodes, node => node.Contains(address, StringComparison.Ordinal));
        Assert.StartsWith("2 nodes have ended.", down.Output);
        using var stillRuns = Process.GetProcessById(third.Id);
        Assert.False(stillRuns.HasExited);
    }

    [Fact]
    public async Task Clears_away_what_a_node_that_was_killed_has_left()
    {
        await RunAsync("up", "1", "--port", "0", "--rest-port", "0");
        var node = new LocalNode(new DirectoryInfo(Path.Combine(_folder.FullName, ".akka-flink", "cluster", "node-1")));
        using (var process = node.Find()!)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        var up = await RunAsync("up", "1", "--port", "0", "--rest-port", "0");

        Assert.Equal(0, up.ExitCode);
        Assert.Contains("has ended without being told to", up.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_why_a_node_does_not_come_up()
    {
        var up = await RunAsync("up", "1", "--port", "0", "--rest-port", "0", "-D", "log.level=loud");

        Assert.Equal(1, up.ExitCode);
        Assert.Contains("'akka.flink.log.level' is 'loud'", up.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_nothing_where_nothing_runs()
    {
        var down = await RunAsync("down");

        Assert.Equal("No node was running.", down.Output.Trim());
        Assert.Equal(0, down.ExitCode);
    }

    [Fact]
    public void Takes_no_other_process_for_a_node()
    {
        using var other = Process.GetCurrentProcess();
        var folder = _folder.CreateSubdirectory("node-1");
        var started = new DateTimeOffset(other.StartTime).AddMinutes(-5);
        new NodeMark(other.Id, started, null, null).Write(Path.Combine(folder.FullName, "process.json"));

        Assert.Null(new LocalNode(folder).Find());
    }

    private Task<CommandResult> RunAsync(params string[] args) => CommandLineTool.RunAsync(_folder.FullName, args);

    [GeneratedRegex("nodes --url (\\S+)")]
    private static partial Regex UrlOption();

    [GeneratedRegex("akka-flink node (--seed .*)")]
    private static partial Regex AddOptions();
}
