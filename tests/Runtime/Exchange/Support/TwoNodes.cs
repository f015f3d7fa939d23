namespace Akka.Flink.Runtime.Tests.Exchange.Support;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Remoting;
using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Shared.Networks;

/// <summary>Two nodes in this process that talk over sockets, by way of relays, whichever of them connects. The job master is on the
/// first.</summary>
internal sealed class TwoNodes : IDisposable
{
    private readonly Relay _toFirst;
    private readonly Relay _toSecond;

    public TwoNodes()
    {
        (First, _toFirst) = Start();
        (Second, _toSecond) = Start();
    }

    public TestNode First { get; }

    public TestNode Second { get; }

    /// <summary>How many bytes have passed between them, in both directions together.</summary>
    public long PassedBytes => _toFirst.PassedBytes + _toSecond.PassedBytes;

    /// <summary>A run of a job on both nodes.</summary>
    /// <param name="graph">The job.</param>
    /// <param name="isOnSecond">Which subtasks are on the second one.</param>
    /// <param name="settings">How it runs.</param>
    /// <param name="attempt">The attempt; null for the first of a job of its own.</param>
    public JobRun Run(JobGraph graph, Func<SubtaskId, bool> isOnSecond, JobSettings? settings = null, AttemptId? attempt = null)
    {
        var run = First.Run(graph, settings, attempt: attempt);
        Second.Services.Jobs.Put(run.Attempt.Job, graph, settings ?? JobSettings.Default);
        var second = ((ExtendedActorSystem)First.System).Provider.ResolveActorRef(
            $"akka.tcp://tasks@127.0.0.1:{_toSecond.Port}/user/tasks");
        run.RegionOf = subtask => isOnSecond(subtask) ? second : First.Region;
        return run;
    }

    /// <summary>Cuts all connections; new ones can be made.</summary>
    public void Cut()
    {
        _toFirst.Cut();
        _toSecond.Cut();
    }

    public void Dispose()
    {
        First.Dispose();
        Second.Dispose();
        _toFirst.Dispose();
        _toSecond.Dispose();
    }

    private static (TestNode Node, Relay Relay) Start()
    {
        var port = FreePort.Next();
        var relay = new Relay(port);
        var node = new TestNode(remoting:
            $$"""
            akka.actor.provider = remote
            akka.remote {
              retry-gate-closed-for = 200 ms
              dot-netty.tcp { hostname = "127.0.0.1", port = {{port}}, public-port = {{relay.Port}} }
            }
            """);
        return (node, relay);
    }
}
