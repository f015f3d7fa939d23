namespace Akka.Flink.AkkaContract.Tests.Supervision;

using System.Diagnostics;
using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;
using Akka.Pattern;

[Trait("promise", "backoff")]
public sealed class BackoffSupervisorTests : ContractTest
{
    private static readonly TimeSpan Min = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Max = TimeSpan.FromMilliseconds(160);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    /// <summary>The wheel ticks every 10 ms, and clocks differ by a little.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(12);

    [Fact]
    public void A_child_that_stops_is_started_again_after_delays_that_double_up_to_the_maximum()
    {
        Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnStop(StartReporter(), "child", Min, Max, 0).WithManualReset()));

        Assert.All(Delays(child => child.Tell(PoisonPill.Instance), 5).Zip([40, 80, 160, 160, 160]), LongEnough);
    }

    [Fact]
    public void A_child_that_fails_is_started_again_after_delays_that_double_up_to_the_maximum()
    {
        Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnFailure(StartReporter(), "child", Min, Max, 0).WithManualReset()));

        Assert.All(Delays(child => child.Tell(new FormatException("no")), 5).Zip([40, 80, 160, 160, 160]), LongEnough);
    }

    [Fact]
    public void OnStop_leaves_failures_to_its_strategy_which_restarts_at_once()
    {
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnStop(StartReporter(), "child", Long, Long, 0)));
        var child = ExpectMsg<IActorRef>();

        child.Tell(new FormatException("no"));

        Assert.Equal(child, ExpectMsg<IActorRef>());
        Assert.Equal(0, RestartCount(supervisor));
    }

    [Fact]
    public void OnStop_with_the_stopping_strategy_backs_off_after_failures()
    {
        var options = Backoff.OnStop(StartReporter(), "child", Min, Max, 0).WithManualReset().WithDefaultStoppingStrategy();
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(options));
        var child = ExpectMsg<IActorRef>();

        child.Tell(new FormatException("no"));

        Assert.NotEqual(child, ExpectMsg<IActorRef>());
        Assert.Equal(1, RestartCount(supervisor));
    }

    [Fact]
    public void OnFailure_stops_with_a_child_that_stops()
    {
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnFailure(StartReporter(), "child", Min, Max, 0)));
        Watch(supervisor);

        ExpectMsg<IActorRef>().Tell(PoisonPill.Instance);

        ExpectTerminated(supervisor, Deadline);
    }

    [Fact]
    public void Messages_to_the_supervisor_reach_the_child_with_their_sender()
    {
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnStop(Echo(), "child", Min, Max, 0)));

        AwaitAssert(() => Assert.False(CurrentChild(supervisor).IsNobody()), Deadline);
        supervisor.Tell("hello", TestActor);

        ExpectMsg("hello");
    }

    [Fact]
    public void While_the_child_is_away_messages_are_answered_as_configured()
    {
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnStop(Echo(), "child", Long, Long, 0).WithReplyWhileStopped("away")));
        var child = CurrentChild(supervisor);

        StopAndAwait(child);
        AwaitAssert(() => Assert.True(CurrentChild(supervisor).IsNobody()), Deadline);
        supervisor.Tell("hello", TestActor);

        ExpectMsg("away");
    }

    [Fact]
    public void The_count_goes_back_to_zero_when_the_child_has_lived_long_enough()
    {
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnStop(StartReporter(), "child", Min, Max, 0).WithAutoReset(Min)));

        ExpectMsg<IActorRef>().Tell(PoisonPill.Instance);
        ExpectMsg<IActorRef>();

        AwaitAssert(() => Assert.Equal(0, RestartCount(supervisor)), Deadline);
    }

    [Fact]
    public void With_manual_reset_the_count_stays_until_the_child_resets_it()
    {
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnStop(StartReporter(), "child", Min, Max, 0).WithManualReset()));
        ExpectMsg<IActorRef>().Tell(PoisonPill.Instance);
        ExpectMsg<IActorRef>().Tell(PoisonPill.Instance);
        var child = ExpectMsg<IActorRef>();
        Assert.Equal(2, RestartCount(supervisor));

        child.Tell("reset");

        AwaitAssert(() => Assert.Equal(0, RestartCount(supervisor)), Deadline);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_the_allowed_number_of_restarts_the_supervisor_stops(bool onStop)
    {
        var options = onStop
            ? Backoff.OnStop(StartReporter(), "child", Min, Min, 0).WithManualReset().WithMaxNrOfRetries(2)
            : Backoff.OnFailure(StartReporter(), "child", Min, Min, 0).WithManualReset().WithMaxNrOfRetries(2);
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(options));
        Watch(supervisor);

        for (var life = 0; life < 3; life++)
            ExpectMsg<IActorRef>().Tell(onStop ? PoisonPill.Instance : new FormatException("no"));

        ExpectTerminated(supervisor, Deadline);
    }

    [Fact]
    public void The_final_stop_message_stops_the_supervisor_with_its_child()
    {
        var options = Backoff.OnStop(StartReporter(), "child", Min, Max, 0).WithFinalStopMessage(message => message is "finish");
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(options));
        ExpectMsg<IActorRef>();
        Watch(supervisor);

        supervisor.Tell("finish");

        ExpectTerminated(supervisor, Deadline);
    }

    private static void LongEnough((TimeSpan Measured, int ExpectedMs) delay)
    {
        var least = TimeSpan.FromMilliseconds(delay.ExpectedMs) - Tolerance;
        Assert.True(delay.Measured >= least, $"{delay.Measured} is shorter than {delay.ExpectedMs} ms.");
    }

    private static Props Echo() => new Script { Receive = (context, message) => context.Sender.Tell(message) }.ToProps();

    /// <summary>Tells who it is when it starts; stops at "finish", resets its supervisor at "reset".</summary>
    private Props StartReporter() => new Script
    {
        Started = context => TestActor.Tell(context.Self),
        Receive = (context, message) =>
        {
            if (message is "reset")
                context.Parent.Tell(BackoffSupervisor.Reset.Instance);
            else if (message is "finish")
                context.Stop(context.Self);
        },
    }.ToProps();

    private List<TimeSpan> Delays(Action<IActorRef> end, int count)
    {
        var child = ExpectMsg<IActorRef>();
        return Enumerable.Range(0, count).Select(_ =>
        {
            var ended = Stopwatch.GetTimestamp();
            end(child);
            child = ExpectMsg<IActorRef>();
            return Since(ended);
        }).ToList();
    }

    private int RestartCount(IActorRef supervisor)
    {
        var probe = CreateTestProbe();
        supervisor.Tell(BackoffSupervisor.GetRestartCount.Instance, probe);
        return probe.ExpectMsg<BackoffSupervisor.RestartCount>().Count;
    }

    private IActorRef CurrentChild(IActorRef supervisor)
    {
        var probe = CreateTestProbe();
        supervisor.Tell(BackoffSupervisor.GetCurrentChild.Instance, probe);
        return probe.ExpectMsg<BackoffSupervisor.CurrentChild>().Ref;
    }
}
