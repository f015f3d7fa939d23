namespace Akka.Flink.Runtime.Tests.Cluster;

using Akka.Actor;
using Akka.Flink.Runtime.Tests.Cluster.Support;
using Akka.Flink.Runtime.Tests.Jobs;
using Akka.Flink.Sinks;

/// <summary>What is refused, and why.</summary>
public sealed class ClusterOrderTests : ClusterTest
{
    private readonly Gate _gate = new();

    [Fact]
    public async Task Orders_that_make_no_sense_are_refused_with_what_to_do()
    {
        var node = await StartAsync();
        var program = Counts(100_000, _gate, new CollectSink<(long, long)>(), 1);
        await SubmitAsync(node, program);
        await SubmitAsync(node, program);   // once more changes nothing
        var client = node.Client;

        await Refuses(() => SubmitAsync(node, program, new JobId("counts-2")), "'counts-2'", "'counts'", "'counts-1' runs under that name");
        await Refuses(() => SubmitAsync(node, program with { Artifact = "x" }, new JobId("x")), "There is no program 'x'");
        await Refuses(() => client.StatusAsync("count-1", default), "no job 'count-1'", "Did you mean 'counts-1'?");
        await Refuses(() => client.CancelAsync("nothing", default), "no job 'nothing'");
        await Refuses(() => client.RescaleAsync("counts", 1_000, null, default), "1000", "takes 1 to 128");
        await Refuses(() => client.RescaleAsync("counts", 0, null, default), "takes 1 to 128");
        await Refuses(
            () => client.RescaleAsync("counts", 2, "digit", default), "'digit'", "Did you mean 'digits'?", "It has 'counts', 'digits'");
        await Refuses(() => client.LeaveAsync("nowhere:1", default), "no node 'nowhere:1'", node.Name);
        await client.CancelAsync("counts", default);
        await Until(node, job => job.Summary.Status == JobStatus.Canceled, "it is canceled");
        await Refuses(() => client.RescaleAsync("counts", 2, null, default), "is Canceled and takes no such order");
    }

    [Fact]
    public async Task A_job_without_checkpoints_keeps_its_parallelism()
    {
        var node = await StartAsync(2);
        await SubmitAsync(node, Counts(
            100_000, _gate, new CollectSink<(long, long)>(), 1, Settings with { Checkpoints = new CheckpointSettings() }));

        await Refuses(() => node.Client.RescaleAsync("counts", 2, null, default), "takes no checkpoints", "checkpointing.interval");
    }

    [Fact]
    public async Task A_node_of_another_version_is_not_used()
    {
        var node = await StartAsync();
        var other = await StartAsync(1, SchedulerMode.Fixed, "0.0.1");
        var registration = new ClusterProtocol.RegisterNode(other.Runtime.Node);

        var refusal = await Answer<ClusterProtocol.NodeRefused>(other, registration);

        Assert.Contains($"Node '{other.Name}' runs Akka.Flink 0.0.1, and the job manager {RuntimeVersion.Current}", refusal.Reason);
        Assert.Equal([node.Name], (await node.Client.NodesAsync(default)).Select(each => each.Node));
    }

    [Fact]
    public async Task Where_nobody_leads_it_is_said_that_nobody_answers()
    {
        using var system = ActorSystem.Create("alone", "akka.loglevel = OFF, akka.stdout-loglevel = OFF");
        var client = new ClusterClient(system.DeadLetters, TimeSpan.FromMilliseconds(50));

        var error = await Assert.ThrowsAsync<ClusterUnavailableException>(() => client.ListAsync(default));

        Assert.Contains("No job manager answered within 00:00:00.0500000 when it was asked to list its jobs", error.Message);
        await system.Terminate();
    }

    private static Task<T> Answer<T>(ClusterNode node, object message) =>
        node.System.ActorSelection("/user/flink-jobs-proxy").Ask<T>(message, Patience);

    private static async Task Refuses(Func<Task> order, params string[] words)
    {
        var error = await Assert.ThrowsAsync<JobException>(order);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }
}
