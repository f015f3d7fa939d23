namespace Akka.Flink.AkkaSlice.Tests.Wire;

using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Serialization;
using Akka.Configuration;
using Akka.Flink.AkkaSlice.Tests.Membership;
using FsCheck;
using FsCheck.Fluent;
using static Akka.Cluster.InternalClusterAction;
using static Akka.Flink.AkkaSlice.Tests.Membership.GossipHistory;

/// <summary>What the members' daemons say to each other, on the wire.</summary>
public sealed class ClusterMessageTests : IAsyncLifetime
{
    private static readonly Address Somewhere = Node(1).Address;

    private static readonly VectorClock Version =
        VectorClock.Create().Increment(Gossip.ClockNode(Node(1))).Increment(Gossip.ClockNode(Node(2)));

    /// <summary>The official manifests: the nodes of a cluster find each other by these.</summary>
    private static readonly (object Message, string Manifest)[] Messages =
    [
        (new Join(Node(1), ["a", "b"]), "Akka.Cluster.InternalClusterAction+Join, Akka.Cluster"),
        (new Welcome(Node(1), Gossip.Empty), "Akka.Cluster.InternalClusterAction+Welcome, Akka.Cluster"),
        (new Leave(Somewhere), "Akka.Cluster.ClusterUserAction+Leave, Akka.Cluster"),
        (new Down(Somewhere), "Akka.Cluster.ClusterUserAction+Down, Akka.Cluster"),
        (new InitJoin(), "Akka.Cluster.InternalClusterAction+InitJoin, Akka.Cluster"),
        (new InitJoinAck(Somewhere), "Akka.Cluster.InternalClusterAction+InitJoinAck, Akka.Cluster"),
        (new InitJoinNack(Somewhere), "Akka.Cluster.InternalClusterAction+InitJoinNack, Akka.Cluster"),
        (new ExitingConfirmed(Node(3)), "Akka.Cluster.InternalClusterAction+ExitingConfirmed, Akka.Cluster"),
        (new GossipStatus(Node(1), Version), "Akka.Cluster.GossipStatus, Akka.Cluster"),
        (new GossipEnvelope(Node(1), Node(2), Gossip.Empty), "Akka.Cluster.GossipEnvelope, Akka.Cluster"),
        (new Heartbeat(Somewhere, 7, long.MaxValue), "HB"),
        (new HeartbeatRsp(Node(1), 7, 8), "HBR"),
    ];

    private readonly ActorSystem _system = ActorSystem.Create("test", ConfigurationFactory.ParseString("""
        akka { loglevel = OFF, stdout-loglevel = OFF, actor.provider = cluster }
        akka.remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        """));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system.Terminate();

    [Fact]
    public void Every_message_has_the_official_manifest_and_comes_back_the_same()
    {
        foreach (var (message, manifest) in Messages)
        {
            var serializer = Assert.IsType<ClusterMessageSerializer>(_system.Serialization.FindSerializerFor(message));
            Assert.Equal(manifest, serializer.Manifest(message));

            AssertSame(message, serializer.FromBinary(serializer.ToBinary(message), manifest));
        }

        Assert.Equal(5, _system.Serialization.FindSerializerFor(Messages[0].Message).Identifier);
    }

    [Fact]
    public void No_message_falls_back_to_another_serializer()
    {
        var types = typeof(Cluster).Assembly.GetTypes()
            .Where(type => type is { IsInterface: false, IsAbstract: false } && typeof(IClusterMessage).IsAssignableFrom(type));

        Assert.Equal(
            types.Select(type => type.Name).Order(StringComparer.Ordinal),
            Messages.Select(message => message.Message.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Heartbeats_of_before_are_understood()
    {
        var serializer = (ClusterMessageSerializer)_system.Serialization.FindSerializerFor(Messages[0].Message);
        var address = serializer.ToBinary(new Leave(Somewhere));
        var node = serializer.ToBinary(new ExitingConfirmed(Node(1)));

        Assert.Equal(
            new Heartbeat(Somewhere, -1, -1),
            serializer.FromBinary(address, "Akka.Cluster.ClusterHeartbeatSender+Heartbeat, Akka.Cluster"));
        Assert.Equal(
            new HeartbeatRsp(Node(1), -1, -1),
            serializer.FromBinary(node, "Akka.Cluster.ClusterHeartbeatSender+HeartbeatRsp, Akka.Cluster"));
    }

    [Fact]
    public void Any_gossip_comes_back_the_same()
    {
        var histories = Gen.Zip(Gen.Choose(0, int.MaxValue - 1), Gen.Choose(0, 120)).ToArbitrary();
        var serializer = (ClusterMessageSerializer)_system.Serialization.FindSerializerFor(Messages[0].Message);

        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(histories, history =>
        {
            foreach (var gossip in new GossipHistory(history.Item1, history.Item2).Gossips)
            {
                var envelope = new GossipEnvelope(Node(1), Node(2), gossip);
                var bytes = serializer.ToBinary(envelope);
                AssertSame(gossip, ((GossipEnvelope)serializer.FromBinary(bytes, serializer.Manifest(envelope))).Gossip);
            }
        }));
    }

    [Fact]
    public void An_unknown_manifest_is_refused()
    {
        var serializer = (ClusterMessageSerializer)_system.Serialization.FindSerializerFor(Messages[0].Message);

        Assert.Throws<System.Runtime.Serialization.SerializationException>(() => serializer.FromBinary([], "nonsense"));
    }

    private static void AssertSame(object expected, object actual)
    {
        switch (expected)
        {
            case GossipEnvelope envelope:
                AssertSame(envelope.Gossip, ((GossipEnvelope)actual).Gossip);
                break;
            case Welcome welcome:
                AssertSame(welcome.Gossip, ((Welcome)actual).Gossip);
                break;
            case Join join:
                Assert.Equal(join.Node, ((Join)actual).Node);
                Assert.Equal(join.Roles.Order(), ((Join)actual).Roles.Order());
                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }

    private static void AssertSame(Gossip expected, Gossip actual)
    {
        Assert.True(expected.SaysTheSameAs(actual), $"expected {expected}\nbut was {actual}");
        Assert.Equal(expected.Version, actual.Version);
        Assert.True(expected.Seen.SetEquals(actual.Seen));
        Assert.Equal(expected.Members.Select(Roles), actual.Members.Select(Roles));

        static string Roles(Member member) => string.Join(",", member.Roles.Order(StringComparer.Ordinal));
    }
}
