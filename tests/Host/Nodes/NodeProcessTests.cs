namespace Akka.Flink.Host.Tests.Nodes;

using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Akka.Flink.Host.Tests.Cli;

public sealed class NodeProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("akka-flink-node-");

    [Fact]
    public async Task Comes_up_takes_another_one_in_and_leaves_when_it_is_interrupted()
    {
        using var first = NodeProcess.Start(_folder.FullName, "--slots", "2");
        var (address, url) = await first.UntilUpAsync();
        using var second = NodeProcess.Start(_folder.FullName, "--slots", "1", "--seed", address);
        await second.UntilUpAsync();
        await RestNodes.UntilAsync(url, 2);

        var left = await CommandLineTool.RunAsync(_folder.FullName, "leave", (await second.UntilUpAsync()).Address, "--url", url);
        var secondCode = await second.EndAsync();
        await RestNodes.UntilAsync(url, 1);
        first.Interrupt();
        var firstCode = await first.EndAsync();

        Assert.Equal((0, 0, 0), (left.ExitCode, secondCode, firstCode));
        Assert.Contains("Leaving the cluster", first.Output, StringComparison.Ordinal);
        Assert.Contains($"Node {address} has left.", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_ready_when_it_is_up_and_describes_itself()
    {
        using var node = NodeProcess.Start(_folder.FullName);
        var (address, url) = await node.UntilUpAsync();
        using var http = new HttpClient();

        var ready = await http.GetStringAsync($"{url}/health/ready");
        var nodes = JsonDocument.Parse(await http.GetStringAsync($"{url}/nodes")).RootElement;

        Assert.Contains($"{address} is up in its cluster.", ready, StringComparison.Ordinal);
        Assert.Equal(url, Assert.Single(nodes.EnumerateArray()).GetProperty("restUrl").GetString());
    }

    [Fact]
    public async Task Says_that_no_seed_answers_and_tries_on()
    {
        using var node = NodeProcess.Start(_folder.FullName, "--seed", "127.0.0.1:1");

        await node.UntilAsync("is not in a cluster yet: no seed has let it join (127.0.0.1:1)");
        node.Interrupt();

        Assert.Equal(0, await node.EndAsync());
    }

    [Fact]
    public async Task Gives_up_on_seeds_when_it_is_told_how_long_to_try()
    {
        File.WriteAllText(
            Path.Combine(_folder.FullName, "hocon.conf"), "akka.cluster.shutdown-after-unsuccessful-join-seed-nodes = 2s");
        using var node = NodeProcess.Start(_folder.FullName, "--seed", "127.0.0.1:1");

        Assert.Equal(1, await node.EndAsync());
        Assert.Contains("No seed node has let this node join: 127.0.0.1:1.", node.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_its_port_is_in_use()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var result = await CommandLineTool.RunAsync(_folder.FullName, "node", "--port", $"{port}", "--rest-port", "0");

        Assert.StartsWith($"The node cannot listen on 127.0.0.1:{port}:", result.Error);
        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_port_of_its_REST_API_is_in_use()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var result = await CommandLineTool.RunAsync(_folder.FullName, "node", "--port", "0", "--rest-port", $"{port}");

        Assert.StartsWith($"The REST API cannot listen on 127.0.0.1: port {port} is in use.", result.Error);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Refuses_storage_of_another_cluster()
    {
        using (var node = NodeProcess.Start(_folder.FullName, "-D", "cluster.id=one"))
        {
            await node.UntilUpAsync();
            node.Interrupt();
            await node.EndAsync();
        }

        var result = await CommandLineTool.RunAsync(_folder.FullName, "node", "--port", "0", "-D", "cluster.id=two");

        Assert.Contains("belongs to cluster 'one', not to 'two'.", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("'here' is no seed.", "node", "--seed", "here")]
    [InlineData("70000 is no port.", "node", "--port", "70000")]
    [InlineData("A node cannot have 0 slots.", "node", "--slots", "0")]
    [InlineData("'akka.flink.rest.bind-address' is '0.0.0.0'", "node", "-D", "rest.bind-address=0.0.0.0")]
    [InlineData("0 nodes cannot be started.", "up", "0")]
    public async Task Refuses_what_makes_no_sense(string message, params string[] args)
    {
        var result = await CommandLineTool.RunAsync(_folder.FullName, args);

        Assert.StartsWith(message, result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
