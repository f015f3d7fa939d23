namespace Akka.Flink.AkkaContract.Tests.Services;

using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

[Trait("promise", "coordinated shutdown")]
public sealed class CoordinatedShutdownTests : ServiceTest
{
    private const string Phases = """
        akka.coordinated-shutdown.phases {
          before-service-unbind.timeout = 100 ms
          stubborn { depends-on = [service-unbind], recover = off }
        }
        """;

    public CoordinatedShutdownTests()
        : base(Phases)
    {
    }

    private CoordinatedShutdown Shutdown => CoordinatedShutdown.Get(System);

    [Fact]
    public async Task Runs_the_phases_in_the_order_of_their_dependencies_when_the_system_terminates()
    {
        var ran = new ConcurrentQueue<string>();
        string[] order =
        [
            CoordinatedShutdown.PhaseBeforeServiceUnbind,
            CoordinatedShutdown.PhaseServiceUnbind,
            CoordinatedShutdown.PhaseServiceStop,
            CoordinatedShutdown.PhaseClusterShardingShutdownRegion,
            CoordinatedShutdown.PhaseClusterLeave,
            CoordinatedShutdown.PhaseBeforeActorSystemTerminate,
        ];
        foreach (var phase in order.Reverse())
        {
            Shutdown.AddTask(phase, phase, async () =>
            {
                await Task.Yield();
                ran.Enqueue(phase);
                return Done.Instance;
            });
        }

        await System.Terminate().WaitAsync(Deadline);

        Assert.Equal(order, ran);
        Assert.IsType<CoordinatedShutdown.ActorSystemTerminateReason>(Shutdown.ShutdownReason);
    }

    [Fact]
    public async Task Goes_on_after_a_task_that_fails_and_after_one_that_takes_too_long()
    {
        Shutdown.AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "never", () => new TaskCompletionSource<Done>().Task);
        Shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "fails", () => throw new InvalidOperationException("on purpose"));

        await Shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Deadline);

        await System.WhenTerminated.WaitAsync(Deadline);
    }

    [Fact]
    public async Task Ends_with_the_failure_of_a_phase_that_does_not_recover()
    {
        Shutdown.AddTask("stubborn", "fails", () => Task.FromException<Done>(new InvalidOperationException("on purpose")));

        var run = Shutdown.Run(CoordinatedShutdown.UnknownReason.Instance, CoordinatedShutdown.PhaseServiceUnbind);

        await Assert.ThrowsAnyAsync<Exception>(() => run.WaitAsync(Deadline));
    }

    [Fact]
    public async Task Runs_once()
    {
        var count = 0;
        Shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "counts", () =>
        {
            count++;
            return Task.FromResult(Done.Instance);
        });

        await Task.WhenAll(
            Shutdown.Run(CoordinatedShutdown.UnknownReason.Instance),
            Shutdown.Run(CoordinatedShutdown.ClusterLeavingReason.Instance)).WaitAsync(Deadline);

        Assert.Equal(1, count);
        Assert.IsType<CoordinatedShutdown.UnknownReason>(Shutdown.ShutdownReason);
    }

    [Fact]
    public void Knows_the_phases_of_the_configuration_only()
    {
        Assert.Throws<ConfigurationException>(() => Shutdown.AddTask("no-such-phase", "task", () => Task.FromResult(Done.Instance)));
        Assert.Equal(TimeSpan.FromSeconds(10), Shutdown.Timeout(CoordinatedShutdown.PhaseActorSystemTerminate));
        Assert.Equal(TimeSpan.FromSeconds(5), Shutdown.Timeout(CoordinatedShutdown.PhaseServiceStop));
    }
}
