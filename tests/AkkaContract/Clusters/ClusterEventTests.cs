namespace Akka.Flink.AkkaContract.Tests.Clusters;

using Akka.Actor;
using Akka.Cluster;
using Akka.Flink.AkkaContract.Tests.Clusters.Support;
using static Akka.Cluster.ClusterEvent;

/// <summary>What subscribers to a cluster are told, and in which order.</summary>
public class ClusterEventTests : ClusterTest
{
    [Fact]
    public async Task A_life_of_a_member_is_told_in_order()
    {
        var first = await Form(1);
        var events = Listen(first[0], InitialStateAsSnapshot, typeof(IMemberEvent));
        Assert.IsType<CurrentClusterState>(await events.Next());

        var second = Node();
        second.Join(first[0].SelfAddress);
        await UntilAllSee([first[0], second], MemberStatus.Up);
        second.Leave(second.SelfAddress);

        Assert.IsType<MemberJoined>(await events.Next());
        Assert.IsType<MemberUp>(await events.Next());
        Assert.IsType<MemberLeft>(await events.Next());
        Assert.IsType<MemberExited>(await events.Next());
        var removed = Assert.IsType<MemberRemoved>(await events.Next());
        Assert.Equal(MemberStatus.Exiting, removed.PreviousStatus);
        Assert.Equal(MemberStatus.Removed, removed.Member.Status);
        Assert.Equal(second.SelfAddress, removed.Member.Address);
    }

    [Fact]
    public async Task A_snapshot_has_the_members_and_the_leader()
    {
        var nodes = await Form(2);

        var state = Assert.IsType<CurrentClusterState>(await Listen(nodes[0], InitialStateAsSnapshot, typeof(LeaderChanged)).Next());

        Assert.Equal(2, state.Members.Count);
        Assert.Empty(state.Unreachable);
        Assert.Equal(nodes[0].State.Leader, state.Leader);
    }

    [Fact]
    public async Task The_initial_state_may_come_as_events()
    {
        var nodes = await Form(2);

        var events = Listen(nodes[0], InitialStateAsEvents, typeof(IMemberEvent), typeof(LeaderChanged));

        var members = new[] { (MemberUp)await events.Next(), (MemberUp)await events.Next() };
        Assert.Equal(nodes.Select(node => node.SelfAddress).Order(Member.AddressOrdering), members.Select(up => up.Member.Address));
        Assert.Equal(nodes[0].State.Leader, Assert.IsType<LeaderChanged>(await events.Next()).Leader);
    }

    [Fact]
    public async Task Events_come_only_of_the_types_asked_for_and_until_unsubscribed()
    {
        var node = (await Form(1))[0];
        var members = Listen(node, InitialStateAsEvents, typeof(MemberRemoved), typeof(MemberUp));
        var ended = Listen(node, InitialStateAsEvents, typeof(ClusterShuttingDown));
        var silent = Listen(node, InitialStateAsEvents, typeof(MemberRemoved));
        Assert.IsType<MemberUp>(await members.Next());
        node.Unsubscribe(silent.Ref);
        var later = Listen(node, InitialStateAsSnapshot, typeof(MemberJoined));   // once it is answered, the unsubscription has been seen
        await later.Next();

        node.Leave(node.SelfAddress);

        Assert.IsType<MemberRemoved>(await members.Next());
        Assert.IsType<ClusterShuttingDown>(await ended.Next());
        await node.System.WhenTerminated.WaitAsync(Deadline);
        Assert.False(silent.HasMore);
    }

    [Fact]
    public async Task The_current_state_can_be_asked_for()
    {
        var node = (await Form(1))[0];
        var events = Listen(node, InitialStateAsEvents, typeof(MemberRemoved));

        node.SendCurrentClusterState(events.Ref);

        Assert.Equal(node.SelfAddress, Assert.IsType<CurrentClusterState>(await events.Next()).Members.Single().Address);
    }

    [Fact]
    public async Task An_event_finds_the_state_at_least_as_far()
    {
        var node = Node();
        var seen = new TaskCompletionSource<MemberStatus>();
        var listener = node.System.ActorOf(Props.Create(() => new Relay(_ => seen.TrySetResult(node.SelfMember.Status))));
        node.Subscribe(listener, InitialStateAsEvents, typeof(MemberUp));

        node.Join(node.SelfAddress);

        Assert.Equal(MemberStatus.Up, await seen.Task.WaitAsync(Deadline));
    }

    [Fact]
    public void Only_events_of_a_cluster_can_be_subscribed_to()
    {
        var node = Node();

        Assert.Throws<ArgumentException>(() => node.Subscribe(node.System.DeadLetters, typeof(string)));
    }

    private static Listener Listen(Cluster node, SubscriptionInitialStateMode mode, params Type[] to)
    {
        var listener = new Listener(node.System);
        node.Subscribe(listener.Ref, mode, to);
        return listener;
    }
}
