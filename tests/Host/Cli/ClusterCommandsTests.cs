namespace Akka.Flink.Host.Tests.Cli;

using System.Text.Json;
using Akka.Flink.Host.Rest;
using Akka.Flink.Host.Tests.Rest;
using Akka.Flink.Runtime;

public sealed class ClusterCommandsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("akka-flink-cli-");

    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Lists_jobs_and_nodes_as_tables()
    {
        var jobs = await RunAsync("list");
        var nodes = await RunAsync("nodes");

        Assert.Contains(FakeCluster.JobName, jobs.Output, StringComparison.Ordinal);
        Assert.Contains("waits for 2 of 4 slots", jobs.Output, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:4053", nodes.Output, StringComparison.Ordinal);
        Assert.Contains("up, unreachable", nodes.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0), (jobs.ExitCode, nodes.ExitCode));
    }

    [Fact]
    public async Task Shows_a_job_to_people()
    {
        var status = await RunAsync("status", "access-log");

        Assert.Contains("Reason      waits for 2 of 4 slots", status.Output, StringComparison.Ordinal);
        Assert.Contains("lines -> count", status.Output, StringComparison.Ordinal);
        Assert.Contains("/data/access.log at byte 1048576", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_job_to_programs()
    {
        var status = await RunAsync("status", "access-log", "--format", "json");

        using var job = JsonDocument.Parse(status.Output);
        var restore = job.RootElement.GetProperty("restores")[1];
        Assert.Equal("2.16", restore.GetProperty("checkpoint").GetString());
        Assert.Equal("/data/access.log at byte 1048576", restore.GetProperty("positions")[0].GetString());
    }

    [Theory]
    [InlineData("cancel access-log", "cancel", "access-log")]
    [InlineData("stop access-log", "stop", "access-log")]
    [InlineData("stop access-log - drain", "stop", "access-log", "--drain")]
    [InlineData("rescale a 4 all", "rescale", "a", "--parallelism", "4")]
    [InlineData("rescale a 4 count", "rescale", "a", "--parallelism", "4", "--vertex", "count")]
    [InlineData("leave 127.0.0.1:4053", "leave", "127.0.0.1:4053")]
    public async Task Gives_orders(string order, params string[] args)
    {
        var result = await RunAsync(args);

        Assert.Equal([order], _server.Cluster.Orders);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("save access-log /shared", "savepoint", "access-log", "/shared")]
    [InlineData("save access-log default", "savepoint", "access-log")]
    [InlineData("stop access-log /shared", "stop", "access-log", "--savepoint", "/shared")]
    [InlineData("stop access-log default drain", "stop", "access-log", "--savepoint", "--drain")]
    public async Task Asks_for_a_savepoint_and_waits_until_it_is_complete(string order, params string[] args)
    {
        var result = await RunAsync(args);

        Assert.Equal([order, "savepoints access-log"], _server.Cluster.Orders);
        Assert.Equal((0, FakeCluster.SavepointPath), (result.ExitCode, result.Output.Trim()));
    }

    [Fact]
    public async Task Says_why_a_savepoint_came_to_nothing()
    {
        _server.Cluster.SavepointStatus = SavepointStatus.Failed;

        var result = await RunAsync("savepoint", "access-log", "/shared");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("came to nothing: The disk is full.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submits_a_program_and_sends_its_files_once()
    {
        var first = await SubmitAsync("-D", "parallelism.default=2");
        var second = await SubmitAsync();

        Assert.Equal(FakeCluster.JobName, first.Output.Trim());
        Assert.StartsWith("Uploaded CountWithTimeout.dll", first.Error);
        Assert.DoesNotContain("Uploaded", second.Error, StringComparison.Ordinal);
        Assert.Single(_server.Artifacts.List());
        Assert.Equal(["program CountWithTimeout.dll  False", "program CountWithTimeout.dll  False"], _server.Cluster.Orders);
    }

    [Theory]
    [InlineData("Finished", 0)]
    [InlineData("Failed", 1)]
    [InlineData("Suspended", 3)]
    public async Task Waits_for_the_end_of_a_job(string status, int exitCode)
    {
        _server.Cluster.Status = Enum.Parse<JobStatus>(status);

        var result = await CommandLineTool.RunAsync(
            _folder.FullName, "run", "CountWithTimeout", "--cluster", _server.Url, "--wait");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains($"access-log: {status.ToLowerInvariant()}, attempt 3", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_the_cluster_says_when_it_refuses()
    {
        _server.Cluster.Failure = new JobException(ErrorDomain.Definition, "There is no job 'b'. There is 'access-log'.");

        var result = await RunAsync("cancel", "b");

        Assert.Equal("There is no job 'b'. There is 'access-log'.", result.Error.Trim());
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Says_that_there_is_no_leader()
    {
        _server.Cluster.Failure = new ClusterUnavailableException("No job manager has answered within 10 s. Ask again.");

        var result = await RunAsync("list");

        Assert.Equal("No job manager has answered within 10 s. Ask again.", result.Error.Trim());
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Says_that_a_token_is_wrong()
    {
        await using var server = await TestServer.StartAsync(TestServer.Settings with { Token = "0123456789abcdef" });

        var wrong = await CommandLineTool.RunAsync(_folder.FullName, "list", "--url", server.Url, "--token", "0123456789abcdeg");
        var missing = await CommandLineTool.RunAsync(_folder.FullName, "list", "--url", server.Url);
        var right = await CommandLineTool.RunAsync(_folder.FullName, "list", "--url", server.Url, "--token", "0123456789abcdef");

        Assert.StartsWith("The request has a wrong token.", wrong.Error);
        Assert.StartsWith("The request has no token.", missing.Error);
        Assert.Equal((2, 2, 0), (wrong.ExitCode, missing.ExitCode, right.ExitCode));
    }

    [Theory]
    [InlineData("No node answers at http://127.0.0.1:1:", 1, "list", "--url", "http://127.0.0.1:1")]
    [InlineData("'--wait' is for jobs of a cluster", 2, "run", "CountWithTimeout", "--wait")]
    [InlineData("'akka.flink.rest.token' (command line) is a secret", 2, "run", "CountWithTimeout", "--cluster", "http://127.0.0.1:1", "-D",
        "rest.token=0123456789abcdef")]
    [InlineData("'somewhere' is no URL of a node.", 2, "list", "--url", "somewhere")]
    [InlineData("The certificate 'none.pem' behind --ca cannot be used:", 2, "list", "--ca", "none.pem")]
    [InlineData("Option '--parallelism' is required.", 2, "rescale", "a")]
    public async Task Refuses_what_makes_no_sense(string message, int exitCode, params string[] args)
    {
        var result = await CommandLineTool.RunAsync(_folder.FullName, args);

        Assert.StartsWith(message, result.Error);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    private Task<CommandResult> SubmitAsync(params string[] args) =>
        CommandLineTool.RunAsync(_folder.FullName, ["run", "CountWithTimeout", "--cluster", _server.Url, .. args]);

    private Task<CommandResult> RunAsync(params string[] args) =>
        CommandLineTool.RunAsync(_folder.FullName, [.. args, "--url", _server.Url]);
}
