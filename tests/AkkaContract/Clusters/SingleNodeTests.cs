namespace Akka.Flink.AkkaContract.Tests.Clusters;

using Akka.Actor;
using Akka.Cluster;
using Akka.Flink.AkkaContract.Tests.Clusters.Support;

/// <summary>A cluster of one node, from its beginning to its end.</summary>
public class SingleNodeTests : ClusterTest
{
    [Fact]
    public async Task A_node_that_joins_itself_comes_up()
    {
        var node = Node();
        Assert.Equal(MemberStatus.Removed, node.SelfMember.Status);

        await node.JoinAsync(node.SelfAddress).WaitAsync(Deadline);

        Assert.True(node.IsUp);
        Assert.Equal(node.SelfAddress, node.State.Leader);
        Assert.Equal([node.SelfMember], node.State.Members);
    }

    [Fact]
    public async Task A_node_that_is_its_only_seed_comes_up_by_itself()
    {
        var first = Node();
        var port = first.SelfAddress.Port;
        await first.System.Terminate().WaitAsync(Deadline);

        var node = Node($$"""
            akka.remote.dot-netty.tcp.port = {{port}}
            akka.cluster.seed-nodes = ["{{first.SelfAddress}}"]
            """);

        await UntilAllSee([node], MemberStatus.Up);
    }

    [Fact]
    public async Task A_node_that_leaves_is_removed_and_its_system_ends()
    {
        var node = Node();
        await node.JoinAsync(node.SelfAddress).WaitAsync(Deadline);

        await node.LeaveAsync().WaitAsync(Deadline);

        await node.System.WhenTerminated.WaitAsync(Deadline);
        Assert.True(node.IsTerminated);
        Assert.Equal(MemberStatus.Removed, node.SelfMember.Status);
        Assert.IsType<CoordinatedShutdown.ClusterLeavingReason>(CoordinatedShutdown.Get(node.System).ShutdownReason);
    }

    [Fact]
    public async Task A_system_that_has_not_joined_ends_without_delay()
    {
        var node = Node();

        await node.System.Terminate().WaitAsync(Deadline);

        Assert.True(node.IsTerminated);
    }

    [Fact]
    public async Task Callbacks_run_when_the_member_is_up_and_when_it_is_removed()
    {
        var node = Node();
        var up = new TaskCompletionSource();
        var removed = new TaskCompletionSource();
        node.RegisterOnMemberUp(up.SetResult);
        node.RegisterOnMemberRemoved(removed.SetResult);

        node.Join(node.SelfAddress);
        await up.Task.WaitAsync(Deadline);
        Assert.False(removed.Task.IsCompleted);
        node.Leave(node.SelfAddress);

        await removed.Task.WaitAsync(Deadline);
    }

    [Fact]
    public async Task Callbacks_that_are_late_run_at_once()
    {
        var node = Node();
        await node.JoinAsync(node.SelfAddress).WaitAsync(Deadline);
        var up = new TaskCompletionSource();
        node.RegisterOnMemberUp(up.SetResult);
        await up.Task.WaitAsync(Deadline);

        await node.System.Terminate().WaitAsync(Deadline);
        var removed = false;
        node.RegisterOnMemberRemoved(() => removed = true);

        Assert.True(removed);
    }
}
