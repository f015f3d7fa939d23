namespace Akka.Flink.AkkaContract.Tests.Clusters;

using Akka.Actor;
using Akka.Cluster;
using Akka.Configuration;
using Akka.Flink.AkkaContract.Tests.Clusters.Support;

/// <summary>What a cluster is told by its configuration, and what is refused.</summary>
public class ConfigurationTests : ClusterTest
{
    [Fact]
    public void Settings_come_from_the_configuration()
    {
        var settings = Node("""
            akka.cluster {
              roles = [a, b]
              min-nr-of-members = 2
              role { a.min-nr-of-members = 3 }
              allow-weakly-up-members = off
              down-removal-margin = 4s
            }
            """).Settings;

        Assert.Equal(["a", "b"], settings.Roles.Order());
        Assert.Equal(2, settings.MinNrOfMembers);
        Assert.Equal(3, settings.MinNrOfMembersOfRole["a"]);
        Assert.False(settings.AllowWeaklyUpMembers);
        Assert.Equal(TimeSpan.FromMilliseconds(100), settings.GossipInterval);
        Assert.Equal(9, settings.MonitoredByNrOfMembers);
    }

    [Fact]
    public void The_margin_of_downing_is_what_the_resolver_waits_unless_it_is_set()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), Node().DowningProvider.DownRemovalMargin);
        Assert.Equal(TimeSpan.FromSeconds(4), Node("akka.cluster.down-removal-margin = 4s").DowningProvider.DownRemovalMargin);
    }

    [Fact]
    public void Without_a_downing_provider_nobody_is_downed_by_itself()
    {
        var provider = Node("akka.cluster.downing-provider-class = \"\"").DowningProvider;

        Assert.IsType<NoDowning>(provider);
        Assert.Null(provider.DowningActorProps);
    }

    [Theory]
    [InlineData("akka.cluster.downing-provider-class = \"System.String\"")]
    [InlineData("akka.cluster.seed-nodes = [\"akka.tcp://another@127.0.0.1:1\"]")]
    [InlineData("akka.cluster.seed-nodes = [\"nonsense\"]")]
    [InlineData("akka.cluster.split-brain-resolver.active-strategy = nonsense")]
    [InlineData("akka.cluster.split-brain-resolver.active-strategy = lease-majority")]   // and no lease
    public void What_makes_no_sense_is_refused(string config) => Assert.ThrowsAny<Exception>(() => Node(config));

    [Fact]
    public void A_system_without_the_provider_of_clusters_is_told_so()
    {
        using var system = ActorSystem.Create("local", ConfigurationFactory.ParseString("akka.loglevel = OFF, akka.stdout-loglevel = OFF"));

        Assert.ThrowsAny<Exception>(() => Cluster.Get(system));
    }
}
