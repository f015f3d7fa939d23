namespace Akka.Flink.AkkaContract.Tests.Clusters;

using Akka.Actor;
using Akka.Cluster;
using Akka.Flink.AkkaContract.Tests.Clusters.Support;

/// <summary>Clusters of several nodes: how they form, and how members leave.</summary>
public class MembershipTests : ClusterTest
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Nodes_that_join_one_of_them_agree(int size)
    {
        var nodes = await Form(size);

        Assert.Single(nodes.Select(node => node.State.Leader).Distinct());
        Assert.Equal(nodes.Select(node => node.SelfAddress).Min(Member.AddressOrdering), nodes[0].State.Leader);
        Assert.Single(nodes.Select(node => string.Join(",", node.State.Members.OrderBy(member => member, Member.AgeOrdering))).Distinct());
    }

    [Fact]
    public async Task A_storm_of_nodes_with_the_same_seeds_becomes_one_cluster()
    {
        var seeds = new[] { Node(), Node() };
        var nodes = seeds.Concat(Enumerable.Range(0, 3).Select(_ => Node())).ToArray();

        await Parallel.ForEachAsync(nodes.Reverse(), (node, _) =>
        {
            node.JoinSeedNodes(seeds.Select(seed => seed.SelfAddress));
            return ValueTask.CompletedTask;
        });

        await UntilAllSee(nodes, MemberStatus.Up);
    }

    [Fact]
    public async Task A_second_seed_waits_for_the_first()
    {
        var first = Node();
        var second = Node();
        var seeds = new[] { first.SelfAddress, second.SelfAddress };

        second.JoinSeedNodes(seeds);
        var answers = new TaskCompletionSource();
        second.RegisterOnMemberUp(answers.SetResult);
        var longerThanSeedNodeTimeout = Task.Delay(TimeSpan.FromSeconds(2.5));   // it must not begin a cluster of its own
        Assert.Same(longerThanSeedNodeTimeout, await Task.WhenAny(longerThanSeedNodeTimeout, answers.Task));
        first.JoinSeedNodes(seeds);

        await UntilAllSee([first, second], MemberStatus.Up);
    }

    [Fact]
    public async Task A_member_that_leaves_is_forgotten_by_the_others_and_its_system_ends()
    {
        var nodes = await Form(3);

        await nodes[1].LeaveAsync().WaitAsync(Deadline);

        await nodes[1].System.WhenTerminated.WaitAsync(Deadline);
        await UntilAllSee([nodes[0], nodes[2]], MemberStatus.Up);
    }

    [Fact]
    public async Task The_leader_may_leave()
    {
        var nodes = await Form(3);
        var leader = nodes.Single(node => node.SelfAddress == nodes[0].State.Leader);

        leader.Leave(leader.SelfAddress);

        await leader.System.WhenTerminated.WaitAsync(Deadline);
        await UntilAllSee([.. nodes.Except([leader])], MemberStatus.Up);
    }

    [Fact]
    public async Task A_member_can_be_made_to_leave_by_another()
    {
        var nodes = await Form(2);

        nodes[0].Leave(nodes[1].SelfAddress);

        await nodes[1].System.WhenTerminated.WaitAsync(Deadline);
        await UntilAllSee([nodes[0]], MemberStatus.Up);
    }

    [Fact]
    public async Task All_members_may_leave_at_once()
    {
        var nodes = await Form(3);

        await Task.WhenAll(nodes.Select(node => node.System.Terminate())).WaitAsync(Deadline);

        Assert.All(nodes, node => Assert.True(node.IsTerminated));
    }

    [Fact]
    public async Task A_member_that_is_downed_ends_its_system()
    {
        var nodes = await Form(3);

        nodes[0].Down(nodes[2].SelfAddress);

        await nodes[2].System.WhenTerminated.WaitAsync(Deadline);
        Assert.IsType<CoordinatedShutdown.ClusterDowningReason>(CoordinatedShutdown.Get(nodes[2].System).ShutdownReason);
        await UntilAllSee([nodes[0], nodes[1]], MemberStatus.Up);
    }

    [Fact]
    public async Task Members_come_up_only_when_there_are_enough_of_them()
    {
        const string config = "akka.cluster.min-nr-of-members = 3";
        var nodes = new[] { Node(config), Node(config) };
        foreach (var node in nodes)
            node.Join(nodes[0].SelfAddress);
        await UntilAllSee(nodes, MemberStatus.Joining);

        var third = Node(config);
        third.Join(nodes[0].SelfAddress);

        await UntilAllSee([.. nodes, third], MemberStatus.Up);
    }

    [Fact]
    public async Task Members_come_up_only_when_there_are_enough_with_a_role()
    {
        const string config = "akka.cluster.role { worker.min-nr-of-members = 1 }";
        var nodes = new[] { Node(config), Node(config) };
        foreach (var node in nodes)
            node.Join(nodes[0].SelfAddress);
        await UntilAllSee(nodes, MemberStatus.Joining);

        var worker = Node(config + "\nakka.cluster.roles = [worker]");
        worker.Join(nodes[0].SelfAddress);

        await UntilAllSee([.. nodes, worker], MemberStatus.Up);
        Assert.Equal(worker.SelfAddress, nodes[1].State.RoleLeader("worker"));
        Assert.Null(nodes[1].State.RoleLeader("other"));
        Assert.Contains("worker", nodes[0].State.AllRoles);
        Assert.True(nodes[0].State.Members.Single(member => member.UniqueAddress == worker.SelfUniqueAddress).HasRole("worker"));
    }

    [Fact]
    public async Task A_new_system_at_the_address_of_a_member_takes_its_place()
    {
        var nodes = await Form(3, "akka.cluster.run-coordinated-shutdown-when-down = off");
        var old = nodes[2];
        await Crash(old);

        var renewed = Node($"akka.remote.dot-netty.tcp.port = {old.SelfAddress.Port}");
        renewed.Join(nodes[0].SelfAddress);

        Assert.Equal(old.SelfAddress, renewed.SelfAddress);
        Assert.NotEqual(old.SelfUniqueAddress, renewed.SelfUniqueAddress);
        await UntilAllSee([nodes[0], nodes[1], renewed], MemberStatus.Up);
    }

    [Fact]
    public async Task A_node_that_joins_while_another_is_unreachable_is_weakly_up_until_that_is_settled()
    {
        const string config = """
            akka.cluster.downing-provider-class = ""
            akka.cluster.allow-weakly-up-members = 300ms
            """;
        var nodes = await Form(3, config);
        await Crash(nodes[2]);
        await Until(() => !nodes[0].State.Unreachable.IsEmpty, () => Describe(nodes[0]));

        var late = Node(config);
        late.Join(nodes[0].SelfAddress);
        await Until(() => late.SelfMember.Status == MemberStatus.WeaklyUp, () => Describe(late));
        nodes[1].Down(nodes[2].SelfAddress);

        await UntilAllSee([nodes[0], nodes[1], late], MemberStatus.Up);
    }

    [Theory]
    [InlineData("1s", true)]
    [InlineData("60s", false)]
    public async Task All_end_when_the_view_changes_for_too_long(string unstable, bool ends)
    {
        var nodes = await Form(
            5, $"akka.cluster.split-brain-resolver {{ stable-after = 5s, down-all-when-unstable = {unstable} }}");
        var rest = nodes[..3];

        await Crash(nodes[4]);
        await Until(
            () => rest.All(node => node.State.Unreachable.Count == 1), () => string.Join("\n", rest.Select(Describe)));
        await Crash(nodes[3]);   // seen when three seconds of the five are left: the majority decides later than all may wait

        if (ends)
            await Task.WhenAll(rest.Select(node => node.System.WhenTerminated)).WaitAsync(Deadline);
        else
            await UntilAllSee(rest, MemberStatus.Up);
    }

    [Fact]
    public async Task What_lives_on_a_member_is_dead_when_the_member_is_removed_and_not_before()
    {
        var nodes = await Form(3);
        Action<object> ignore = _ => { };
        nodes[2].System.ActorOf(Props.Create(() => new Relay(ignore)), "watched");
        var watched = await nodes[0].System
            .ActorSelection(new RootActorPath(nodes[2].SelfAddress) / "user" / "watched")
            .ResolveOne(Deadline);
        var wasMember = new TaskCompletionSource<bool>();

        // A system that terminates tells those who watch; one that breaks off cannot, so nobody watches before.
        await Crash(nodes[2]);
        nodes[0].System.ActorOf(Props.Create(() => new Watcher(
            watched, () => wasMember.SetResult(nodes[0].State.Members.Contains(nodes[2].SelfMember)))));

        Assert.False(await wasMember.Task.WaitAsync(Deadline));
    }

    [Fact]
    public async Task Ages_follow_the_order_in_which_members_came_up()
    {
        var nodes = new List<Cluster>();
        for (var i = 0; i < 3; i++)
        {
            nodes.Add(Node());
            nodes[i].Join(nodes[0].SelfAddress);
            await UntilAllSee([.. nodes], MemberStatus.Up);
        }

        Assert.Equal(
            nodes.Select(node => node.SelfAddress),
            nodes[1].State.Members.OrderBy(member => member, Member.AgeOrdering).Select(member => member.Address));
        Assert.True(nodes[0].SelfMember.IsOlderThan(nodes[2].SelfMember));
    }

    [Fact]
    public async Task Joining_fails_with_the_token()
    {
        var node = Node();
        var nobody = node.SelfAddress.WithPort(1);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAsync<ClusterJoinFailedException>(() => node.JoinAsync(nobody, cancellation.Token).WaitAsync(Deadline));
    }

    [Fact]
    public async Task A_node_that_cannot_join_its_seeds_gives_up_when_told_to()
    {
        var node = Node("akka.cluster.shutdown-after-unsuccessful-join-seed-nodes = 1s");

        node.JoinSeedNodes([node.SelfAddress.WithPort(1)]);

        await node.System.WhenTerminated.WaitAsync(Deadline);
        Assert.IsType<CoordinatedShutdown.ClusterJoinUnsuccessfulReason>(CoordinatedShutdown.Get(node.System).ShutdownReason);
    }

    /// <summary>Ends a system as a crash would: without leaving.</summary>
    private static Task Crash(Cluster node) => CoordinatedShutdown.Get(node.System)
        .Run(CoordinatedShutdown.UnknownReason.Instance, CoordinatedShutdown.PhaseActorSystemTerminate)
        .WaitAsync(Deadline);
}
