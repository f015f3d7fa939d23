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

    private CoordinatedShutdown Coordinated => Get(Sys);

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
            Note(phase);

        await Coordinated.Run(UnknownReason.Instance).WaitAsync(Deadline);

        Assert.Equal(phases, _log);
    }

    [Fact]
    public async Task A_phase_begins_when_every_task_of_the_one_before_is_done()
    {
        var slow = new TaskCompletionSource<Done>(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Coordinated.AddTask(PhaseBeforeServiceUnbind, "slow", () =>
        {
            started.SetResult();
            return slow.Task;
        });
        Note(PhaseServiceUnbind);

        var running = Coordinated.Run(UnknownReason.Instance);
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
        Coordinated.AddTask(PhaseBeforeServiceUnbind, "left", () => MeetAsync("left", left, right));
        Coordinated.AddTask(PhaseBeforeServiceUnbind, "right", () => MeetAsync("right", right, left));

        await Coordinated.Run(UnknownReason.Instance).WaitAsync(Deadline);

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
        Coordinated.AddTask(PhaseServiceStop, "forever", () => new TaskCompletionSource<Done>().Task);
        Note(PhaseBeforeClusterShutdown);

        await Coordinated.Run(UnknownReason.Instance).WaitAsync(Deadline);

        Assert.Equal([PhaseBeforeClusterShutdown], _log);
    }

    [Fact]
    public async Task A_task_that_fails_does_not_stop_the_shutdown()
    {
        Coordinated.AddTask(PhaseServiceStop, "failing", () => Task.FromException<Done>(new FormatException("no")));
        Coordinated.AddTask(PhaseServiceStop, "throwing", () => throw new FormatException("no"));
        Note(PhaseServiceStop);
        Note(PhaseBeforeClusterShutdown);

        await Coordinated.Run(UnknownReason.Instance).WaitAsync(Deadline);

        Assert.Equal([PhaseServiceStop, PhaseBeforeClusterShutdown], _log);
    }

    [Fact]
    public async Task A_failure_in_a_phase_that_does_not_recover_fails_the_shutdown_and_skips_what_follows()
    {
        const string onlyByHand = "akka.coordinated-shutdown.run-by-actor-system-terminate = off";
        using var system = ActorSystem.Create("failing", $"{Patient}\n{Phases}\n{onlyByHand}");
        Note(Get(system), PhaseServiceStop);
        Get(system).AddTask(PhaseClusterLeave, "failing", () => Task.FromException<Done>(new FormatException("no")));
        Note(Get(system), PhaseClusterShutdown);

        await Assert.ThrowsAnyAsync<Exception>(() => Get(system).Run(UnknownReason.Instance).WaitAsync(Deadline));

        Assert.Equal([PhaseServiceStop], _log);
        Assert.False(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task Run_terminates_the_system()
    {
        await Coordinated.Run(UnknownReason.Instance).WaitAsync(Deadline);

        await Sys.WhenTerminated.WaitAsync(Deadline);
    }

    [Fact]
    public async Task The_first_reason_is_kept_and_the_tasks_run_once()
    {
        Assert.Null(Coordinated.ShutdownReason);
        Note(PhaseServiceStop);
        var mine = new Mine();

        var first = Coordinated.Run(mine);
        var second = Coordinated.Run(ClrExitReason.Instance);
        await Task.WhenAll(first, second).WaitAsync(Deadline);

        Assert.Same(mine, Coordinated.ShutdownReason);
        Assert.Equal([PhaseServiceStop], _log);
    }

    [Fact]
    public async Task Terminating_the_system_runs_the_shutdown()
    {
        Note(PhaseServiceStop);
        var shutdown = Coordinated;

        await Sys.Terminate().WaitAsync(Deadline);

        Assert.Equal([PhaseServiceStop], _log);
        Assert.IsType<ActorSystemTerminateReason>(shutdown.ShutdownReason);
    }

    [Fact]
    public async Task A_shutdown_may_begin_at_a_later_phase()
    {
        Note(PhaseServiceUnbind);
        Note(PhaseServiceStop);
        Note(PhaseClusterShutdown);

        await Coordinated.Run(UnknownReason.Instance, PhaseServiceStop).WaitAsync(Deadline);

        Assert.Equal([PhaseServiceStop, PhaseClusterShutdown], _log);
    }

    [Fact]
    public async Task A_task_may_use_actors()
    {
        var echo = Act((context, message) => context.Sender.Tell(message));
        Coordinated.AddTask(PhaseServiceStop, "ask", async () =>
        {
            _log.Enqueue(await echo.Ask<string>("alive", Deadline));
            return Done.Instance;
        });

        await Coordinated.Run(UnknownReason.Instance).WaitAsync(Deadline);

        Assert.Equal(["alive"], _log);
    }

    [Fact]
    public void An_unknown_phase_is_an_error_that_names_it()
    {
        var error = Assert.Throws<ConfigurationException>(() => Note("no-such-phase"));

        Assert.Contains("no-such-phase", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_timeout_of_a_phase_is_its_own_or_the_default()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(200), Coordinated.Timeout(PhaseServiceStop));
        Assert.Equal(TimeSpan.FromSeconds(5), Coordinated.Timeout(PhaseServiceUnbind));
        Assert.Equal(TimeSpan.FromSeconds(10), Coordinated.Timeout(PhaseActorSystemTerminate));
    }

    private void Note(string phase) => Note(Coordinated, phase);

    private void Note(CoordinatedShutdown shutdown, string phase) => shutdown.AddTask(phase, "log", () =>
    {
        _log.Enqueue(phase);
        return Task.FromResult(Done.Instance);
    });

    private sealed class Mine : Reason;
}
