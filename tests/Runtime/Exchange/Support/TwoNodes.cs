namespace Akka.Flink.Runtime.Tests.Exchange.Support;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Remoting;
using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Shared.Networks;

/// <summary>Two nodes in this process that talk over sockets, by way of a relay. The job master is on the first.</summary>
internal sealed class TwoNodes : IDisposable
{
    public TwoNodes()
    {
        var port = FreePort.Next();
        Relay = new Relay(port);
        First = new TestNode(remoting: Remoting("port = 0"));
        Second = new TestNode(remoting: Remoting($"port = {port}, public-port = {Relay.Port}"));
    }

    public TestNode First { get; }

    public TestNode Second { get; }

    public Relay Relay { get; }

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
            $"akka.tcp://tasks@127.0.0.1:{Relay.Port}/user/tasks");
        run.RegionOf = subtask => isOnSecond(subtask) ? second : First.Region;
        return run;
    }

    public void Dispose()
    {
        First.Dispose();
        Second.Dispose();
        Relay.Dispose();
    }

    private static string Remoting(string port) =>
        $$"""
        akka.actor.provider = remote
        akka.remote {
          retry-gate-closed-for = 200 ms
          dot-netty.tcp { hostname = "127.0.0.1", {{port}} }
        }
        """;
}
