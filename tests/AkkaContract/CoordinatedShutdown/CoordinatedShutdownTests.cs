namespace Akka.Flink.AkkaContract.Tests.CoordinatedShutdown;

using System.Collections.Concurrent;
using Akka;
using Akka.Actor;
using Akka.Configuration;
using Akka.Flink.AkkaContract.Tests.Support;
using static Akka.Actor.CoordinatedShutdown;

[Trait("promise", "coordinated shutdown")]
public sealed class CoordinatedShutdownTests() : ContractTest(Phases)
{
    private const string Phases = """
        akka.coordinated-shutdown {
          run-by-clr-shutdown-hook = off
          phases {
            service-stop { timeout = 200ms }
            cluster-leave { timeout = 200ms, recover = off }
            early { timeout = 5s }
            before-service-unbind { depends-on = [early] }
          }
        }
        """;

    private readonly ConcurrentQueue<string> _log = new();

    private CoordinatedShutdown Shutdown => Get(Sys);

    [Fact]
    public async Task Phases_run_in_the_order_of_their_dependencies()
    {
        string[] phases =
        [
            "early", PhaseBeforeServiceUnbind, PhaseServiceUnbind, PhaseServiceRequestsDone, PhaseServiceStop, PhaseBeforeClusterShutdown,
            PhaseClusterShardingShutdownRegion, PhaseClusterLeave, PhaseClusterExiting, PhaseClusterExitingDone, PhaseClusterShutdown,
            PhaseBeforeActorSystemTerminate, PhaseActorSystemTerminate,
        ];
        foreach (var phase in phases.Reverse())
            Log(phase);

        await Shutdown.Run(UnknownReason.Instance).WaitAsync(Deadline);

        Assert.Equal(phases, _log);
    }

    [Fact]
    public async Task A_phase_begins_when_every_task_of_the_one_before_is_done()
    {
        var slow = new TaskCompletionSource<Done>(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Shutdown.AddTask(PhaseBeforeServiceUnbind, "slow", () =>
        {
            started.SetResult();
            return slow.Task;
        });
        Log(PhaseServiceUnbind);

        var running = Shutdown.Run(UnknownReason.Instance);
        await started.Task.WaitAsync(Deadline);
        Assert.Empty(_log);
        slow.SetResult(Done.Instance);
        await running.WaitAsync(Deadline);

        Assert.Equal([PhaseServiceUnbind], _log);
    }

    [Fact]
    public async Task The_tasks_of_a_phase_run_together()
    {
        var left = new TaskCompletionSource<Done>(TaskCreationOptions.RunContinuationsAsynchronously);
        var right = new TaskCompletionSource<Done>(TaskCreationOptions.RunContinuationsAsynchronously);
        Shutdown.AddTask(PhaseBeforeServiceUnbind, "left", () => MeetAsync("left", left, right));
        Shutdown.AddTask(PhaseBeforeServiceUnbind, "right", () => MeetAsync("right", right, left));

        await Shutdown.Run(UnknownReason.Instance).WaitAsync(Deadline);

        Assert.Equal(["left", "right"], _log.Order());

        async Task<Done> MeetAsync(string name, TaskCompletionSource<Done> mine, TaskCompletionSource<Done> other)
        {
            mine.SetResult(Done.Instance);
            await other.Task;
            _log.Enqueue(name);
            return Done.Instance;
        }
    }

    [Fact]
    public async Task A_phase_that_takes_too_long_is_left_behind()
    {
        Shutdown.AddTask(PhaseServiceStop, "forever", () => new TaskCompletionSource<Done>().Task);
        Log(PhaseBeforeClusterShutdown);

        await Shutdown.Run(UnknownReason.Instance).WaitAsync(Deadline);

        Assert.Equal([PhaseBeforeClusterShutdown], _log);
    }

    [Fact]
    public async Task A_task_that_fails_does_not_stop_the_shutdown()
    {
        Shutdown.AddTask(PhaseServiceStop, "failing", () => Task.FromException<Done>(new FormatException("no")));
        Shutdown.AddTask(PhaseServiceStop, "throwing", () => throw new FormatException("no"));
        Log(PhaseServiceStop);
        Log(PhaseBeforeClusterShutdown);

        await Shutdown.Run(UnknownReason.Instance).WaitAsync(Deadline);

        Assert.Equal([PhaseServiceStop, PhaseBeforeClusterShutdown], _log);
    }

    [Fact]
    public async Task A_failure_in_a_phase_that_does_not_recover_fails_the_shutdown_and_skips_what_follows()
    {
        const string onlyByHand = "akka.coordinated-shutdown.run-by-actor-system-terminate = off";
        using var system = ActorSystem.Create("failing", $"{Patient}\n{Phases}\n{onlyByHand}");
        Log(Get(system), PhaseServiceStop);
        Get(system).AddTask(PhaseClusterLeave, "failing", () => Task.FromException<Done>(new FormatException("no")));
        Log(Get(system), PhaseClusterShutdown);

        await Assert.ThrowsAnyAsync<Exception>(() => Get(system).Run(UnknownReason.Instance).WaitAsync(Deadline));

        Assert.Equal([PhaseServiceStop], _log);
        Assert.False(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task Run_terminates_the_system()
    {
        await Shutdown.Run(UnknownReason.Instance).WaitAsync(Deadline);

        await Sys.WhenTerminated.WaitAsync(Deadline);
    }

    [Fact]
    public async Task The_first_reason_is_kept_and_the_tasks_run_once()
    {
        Assert.Null(Shutdown.ShutdownReason);
        Log(PhaseServiceStop);
        var mine = new Mine();

        var first = Shutdown.Run(mine);
        var second = Shutdown.Run(ClrExitReason.Instance);
        await Task.WhenAll(first, second).WaitAsync(Deadline);

        Assert.Same(mine, Shutdown.ShutdownReason);
        Assert.Equal([PhaseServiceStop], _log);
    }

    [Fact]
    public async Task Terminating_the_system_runs_the_shutdown()
    {
        Log(PhaseServiceStop);
        var shutdown = Shutdown;

        await Sys.Terminate().WaitAsync(Deadline);

        Assert.Equal([PhaseServiceStop], _log);
        Assert.IsType<ActorSystemTerminateReason>(shutdown.ShutdownReason);
    }

    [Fact]
    public async Task A_shutdown_may_begin_at_a_later_phase()
    {
        Log(PhaseServiceUnbind);
        Log(PhaseServiceStop);
        Log(PhaseClusterShutdown);

        await Shutdown.Run(UnknownReason.Instance, PhaseServiceStop).WaitAsync(Deadline);

        Assert.Equal([PhaseServiceStop, PhaseClusterShutdown], _log);
    }

    [Fact]
    public async Task A_task_may_use_actors()
    {
        var echo = Act((context, message) => context.Sender.Tell(message));
        Shutdown.AddTask(PhaseServiceStop, "ask", async () =>
        {
            _log.Enqueue(await echo.Ask<string>("alive", Deadline));
            return Done.Instance;
        });

        await Shutdown.Run(UnknownReason.Instance).WaitAsync(Deadline);

        Assert.Equal(["alive"], _log);
    }

    [Fact]
    public void An_unknown_phase_is_an_error_that_names_it()
    {
        var error = Assert.Throws<ConfigurationException>(() => Log("no-such-phase"));

        Assert.Contains("no-such-phase", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_timeout_of_a_phase_is_its_own_or_the_default()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(200), Shutdown.Timeout(PhaseServiceStop));
        Assert.Equal(TimeSpan.FromSeconds(5), Shutdown.Timeout(PhaseServiceUnbind));
        Assert.Equal(TimeSpan.FromSeconds(10), Shutdown.Timeout(PhaseActorSystemTerminate));
    }

    private void Log(string phase) => Log(Shutdown, phase);

    private void Log(CoordinatedShutdown shutdown, string phase) => shutdown.AddTask(phase, "log", () =>
    {
        _log.Enqueue(phase);
        return Task.FromResult(Done.Instance);
    });

    private sealed class Mine : Reason;
}
