namespace Akka.Flink.AkkaContract.Tests.Singletons;

using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Tools.Singleton;
using Akka.Flink.AkkaContract.Tests.Clusters.Support;
using Akka.Flink.AkkaContract.Tests.Sharding.Support;

/// <summary>One actor in the cluster, on its oldest node, and the way to it.</summary>
public class SingletonTests : ClusterTest
{
    private const string Name = "one";
    private const string Config = ShardingTest.Serializers + """
        akka.cluster.singleton.hand-over-retry-interval = 100ms
        akka.cluster.singleton-proxy.singleton-identification-interval = 100ms
        """;

    private readonly Register _register = new();
    private readonly string _scope = Guid.NewGuid().ToString("N");
    private readonly string _leased;

    public SingletonTests() => _leased = $$"""

        akka.cluster.singleton { use-lease = shared-lease, lease-retry-interval = 100ms }
        shared-lease {
          lease-class = "{{typeof(SharedLease).AssemblyQualifiedName}}"
          scope = "{{_scope}}"
        }

        """;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Assert.Empty(_register.Violations);
    }

    [Fact]
    public async Task It_is_handed_over_when_its_node_leaves()
    {
        var nodes = await FormInOrder(3);
        foreach (var node in nodes)
            Manage(node);
        await UntilAliveAt(nodes[0]);

        for (var leaving = 0; leaving < 2; leaving++)
        {
            await nodes[leaving].LeaveAsync().WaitAsync(Deadline);
            await UntilAliveAt(nodes[leaving + 1]);
        }
    }

    [Fact]
    public async Task A_younger_node_that_leaves_changes_nothing()
    {
        var nodes = await FormInOrder(2);
        foreach (var node in nodes)
            Manage(node);
        await UntilAliveAt(nodes[0]);

        await nodes[1].LeaveAsync().WaitAsync(Deadline);

        await UntilAllSee([nodes[0]], MemberStatus.Up);
        Assert.Equal(nodes[0].SelfAddress, _register.Where(Name));
    }

    [Fact]
    public async Task It_runs_on_the_oldest_node_with_its_role()
    {
        var nodes = new[] { Node(Config), Node(Config + "\nakka.cluster.roles = [worker]") };
        await JoinInOrder(nodes);

        Manage(nodes[1], settings => settings.WithRole("worker"));

        await UntilAliveAt(nodes[1]);
    }

    [Fact]
    public async Task A_proxy_keeps_messages_in_order_until_there_is_a_singleton()
    {
        var nodes = await FormInOrder(2);
        var proxy = Proxy(nodes[1]);
        for (var i = 0; i < 100; i++)
            proxy.Tell($"{i}");

        foreach (var node in nodes)
            Manage(node);

        await UntilGot(100);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), _register.MessagesOf(Name));
        Assert.Equal(nodes[0].SelfAddress.ToString(), await proxy.Ask<string>("where", Deadline));
    }

    [Fact]
    public async Task A_proxy_drops_the_oldest_messages_when_its_buffer_is_full()
    {
        var nodes = await FormInOrder(1);
        var proxy = Proxy(nodes[0], settings => settings.WithBufferSize(10));
        for (var i = 0; i < 100; i++)
            proxy.Tell($"{i}");

        Manage(nodes[0]);

        await UntilGot(10);
        Assert.Equal(Enumerable.Range(90, 10).Select(i => $"{i}"), _register.MessagesOf(Name));
    }

    [Fact]
    public async Task A_proxy_follows_the_singleton_to_the_next_node()
    {
        var nodes = await FormInOrder(2);
        foreach (var node in nodes)
            Manage(node);
        var proxy = Proxy(nodes[1]);
        Assert.Equal(nodes[0].SelfAddress.ToString(), await proxy.Ask<string>("where", Deadline));

        await nodes[0].LeaveAsync().WaitAsync(Deadline);
        await UntilAliveAt(nodes[1]);

        Assert.Equal(nodes[1].SelfAddress.ToString(), await AskUntilAnswered(proxy));
    }

    [Fact]
    public async Task One_whose_lease_is_lost_stops_and_another_starts_when_the_lease_is_to_be_had()
    {
        var nodes = await FormInOrder(2, _leased);
        foreach (var node in nodes)
            Manage(node);
        var proxy = Proxy(nodes[1]);
        await UntilAliveAt(nodes[0]);
        Assert.Equal("1", await proxy.Ask<string>("count", Deadline));
        Assert.Equal("2", await proxy.Ask<string>("count", Deadline));

        SharedLease.TakeAway(_scope);
        await Until(() => _register.Where(Name) is null, () => "The singleton goes on without its lease.");
        await Until(() => SharedLease.RefusalsOf(_scope) > 2, () => "Nobody tries to get the lease.");
        Assert.Null(_register.Where(Name));
        SharedLease.GiveBack(_scope);

        await UntilAliveAt(nodes[0]);
        Assert.Equal("1", await AskUntilAnswered(proxy, "count"));   // another one: it counts from the beginning
    }

    [Fact]
    public async Task One_whose_node_leaves_gives_its_lease_to_the_next()
    {
        var nodes = await FormInOrder(2, _leased);
        foreach (var node in nodes)
            Manage(node);
        await UntilAliveAt(nodes[0]);

        await nodes[0].LeaveAsync().WaitAsync(Deadline);

        await UntilAliveAt(nodes[1]);
        Assert.Contains($":{nodes[1].SelfAddress.Port}", SharedLease.TakeAway(_scope), StringComparison.Ordinal);
        SharedLease.GiveBack(_scope);
    }

    /// <summary>What is on its way to the one that stops may be lost.</summary>
    private static async Task<string> AskUntilAnswered(IActorRef proxy, string question = "where")
    {
        var answer = "";
        await Until(
            () => proxy.Ask<string>(question, TimeSpan.FromSeconds(1)).ContinueWith(
                asked => answer = asked.IsCompletedSuccessfully ? asked.Result : "", TaskScheduler.Default).Result.Length > 0,
            () => "The proxy does not find the singleton.");
        return answer;
    }

    private async Task<Cluster[]> FormInOrder(int size, string config = "")
    {
        var nodes = Enumerable.Range(0, size).Select(_ => Node(Config + config)).ToArray();
        await JoinInOrder(nodes);
        return nodes;
    }

    private static async Task JoinInOrder(Cluster[] nodes)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i].Join(nodes[0].SelfAddress);
            await UntilAllSee(nodes[..(i + 1)], MemberStatus.Up);
        }
    }

    private void Manage(Cluster node, Func<ClusterSingletonManagerSettings, ClusterSingletonManagerSettings>? change = null)
    {
        var settings = ClusterSingletonManagerSettings.Create(node.System);
        node.System.ActorOf(
            ClusterSingletonManager.Props(
                Registered.Props(_register, Name), Registered.Stop, change is null ? settings : change(settings)),
            "manager");
    }

    private static IActorRef Proxy(Cluster node, Func<ClusterSingletonProxySettings, ClusterSingletonProxySettings>? change = null)
    {
        var settings = ClusterSingletonProxySettings.Create(node.System);
        return node.System.ActorOf(ClusterSingletonProxy.Props("/user/manager", change is null ? settings : change(settings)), "proxy");
    }

    private Task UntilAliveAt(Cluster node) => Until(
        () => Equals(_register.Where(Name), node.SelfAddress),
        () => $"The singleton is at [{_register.Where(Name)}], not at {node.SelfAddress}.");

    private Task UntilGot(int count) => Until(
        () => _register.MessagesOf(Name).Count >= count, () => $"It has got {_register.MessagesOf(Name).Count} of {count} messages.");
}
