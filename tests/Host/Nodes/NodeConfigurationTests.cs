namespace Akka.Flink.Host.Tests.Nodes;

using Akka.Configuration;
using Akka.Flink.Host.Nodes;
using Akka.Flink.Runtime;
using Akka.Flink.Shared.Repository;

public class NodeConfigurationTests
{
    private const string Seeds = "akka.cluster.seed-nodes";
    private const string Tcp = "akka.remote.dot-netty.tcp.";

    [Fact]
    public void Begins_a_cluster_on_this_host_alone_unless_told_otherwise()
    {
        var node = Of(new NodeOptions());

        Assert.Equal("127.0.0.1:4053", node.HostAndPort);
        Assert.False(node.HasSeeds);
        Assert.Equal("cluster", node.Akka.GetString("akka.actor.provider"));
    }

    [Fact]
    public void Joins_seeds_on_any_port()
    {
        var node = Of(new NodeOptions { Seeds = ["10.0.0.1:4053", "akka.tcp://shop@10.0.0.2:5000"], Roles = ["worker"], Slots = 3 });

        Assert.Equal(["akka.tcp://akka-flink@10.0.0.1:4053", "akka.tcp://shop@10.0.0.2:5000"], node.Akka.GetStringList(Seeds));
        Assert.Equal("0", node.Akka.GetString(Tcp + "port"));
        Assert.Equal(["worker"], node.Akka.GetStringList("akka.cluster.roles"));
        Assert.Equal(3, node.Cluster.Slots);
    }

    [Fact]
    public void Takes_from_a_file_what_the_command_line_does_not_say() => InFolder(folder =>
    {
        var file = Path.Combine(folder, "node.conf");
        File.WriteAllText(file, $$"""
            {{Tcp}}hostname = node7
            {{Tcp}}port = 7000
            {{Seeds}} = ["akka.tcp://akka-flink@node1:4053"]
            akka.cluster.split-brain-resolver.stable-after = 9s
            """);

        var node = Of(new NodeOptions { Port = 7001, Files = [file] });

        Assert.Equal("node7:7001", node.HostAndPort);
        Assert.Equal("node1:4053", node.Seeds);
        Assert.Equal(TimeSpan.FromSeconds(9), node.Akka.GetTimeSpan("akka.cluster.split-brain-resolver.stable-after"));
        Assert.Equal(TimeSpan.FromMilliseconds(500), node.Akka.GetTimeSpan("akka.cluster.failure-detector.heartbeat-interval"));
    });

    [Fact]
    public void Gives_the_shutdown_more_time_than_the_moving_of_jobs()
    {
        var node = Of(new NodeOptions { Assignments = ["cluster.leave-timeout=7 s"] });

        Assert.Equal(
            TimeSpan.FromSeconds(12), node.Akka.GetTimeSpan("akka.coordinated-shutdown.phases.before-cluster-shutdown.timeout"));
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("10.0.0.1:")]
    [InlineData("10.0.0.1:0")]
    [InlineData(":4053")]
    [InlineData("10.0.0.1:70000")]
    [InlineData("no host:4053")]
    [InlineData("akka.tcp://system")]
    public void Refuses_what_is_no_seed(string seed)
    {
        var refused = Assert.Throws<NodeException>(() => Of(new NodeOptions { Seeds = [seed] }));

        Assert.StartsWith($"'{seed}' is no seed.", refused.Message);
        Assert.Equal(ErrorDomain.Definition, refused.Domain);
    }

    [Fact]
    public void Reports_all_that_is_wrong_together()
    {
        var refused = Assert.Throws<SettingsException>(
            () => Of(new NodeOptions { RestPort = "http", Assignments = ["log.level=loud", "cluster.slots=-1"] }));

        Assert.Contains("'akka.flink.rest.port' is 'http'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'akka.flink.log.level' is 'loud'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'akka.flink.cluster.slots' is '-1'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config/cluster.conf")]
    [InlineData("config/lease.conf")]
    [InlineData("config/postgres.conf", "AKKA_FLINK__CONTROL__CONNECTION_STRING=Host=db;Database=flink")]
    [InlineData("config/docker/node.conf", "AKKA_FLINK__CONTROL__CONNECTION_STRING=Host=db;Database=flink")]
    [InlineData("config/tls.conf", "AKKA_FLINK__REST__TOKEN=0123456789abcdef")]
    public void Every_profile_configures_a_node(string profile, params string[] environment)
    {
        var variables = environment.Select(each => each.Split('=', 2)).Select(each => KeyValuePair.Create(each[0], each[1]));

        var node = NodeConfiguration.OfProcess(new NodeOptions(), [RepositoryRoot.At(profile)], variables);

        Assert.False(node.Akka.IsEmpty);
    }

    [Fact]
    public void A_lease_ends_before_it_is_decided_who_goes_on()
    {
        var node = NodeConfiguration.OfProcess(new NodeOptions(), [RepositoryRoot.At("config/lease.conf")], []);

        Assert.True(node.Akka.GetTimeSpan("akka.flink.lease.heartbeat-timeout")
            < node.Akka.GetTimeSpan("akka.cluster.split-brain-resolver.stable-after"));
    }

    [Fact]
    public void An_application_says_itself_where_it_is()
    {
        var own = ConfigurationFactory.ParseString($"{Tcp}port = 0, akka.flink.cluster.slots = 2, akka.flink.rest.port = off");

        var node = NodeConfiguration.OfApplication(own, []);

        Assert.Equal(2, node.Cluster.Slots);
        Assert.False(node.Rest.IsOn);
        Assert.Equal("0", node.Akka.GetString(Tcp + "port"));
    }

    private static NodeConfiguration Of(NodeOptions options) => NodeConfiguration.OfProcess(options, options.Files, []);

    private static void InFolder(Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory("akka-flink-node-");
        try
        {
            test(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
