namespace Akka.Flink.AkkaContract.Tests.Timers;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "timers")]
public sealed class TimersTests : ContractTest
{
    private const string Key = "key";
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Fact]
    public void A_single_timer_fires_once_and_is_then_inactive()
    {
        var actor = Timed();

        actor.Tell(new Do(timers => timers.StartSingleTimer(Key, "fired", Short)));

        ExpectMsg("fired");
        Assert.False(Ask(actor, timers => timers.IsTimerActive(Key)));
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_periodic_timer_fires_until_it_is_cancelled()
    {
        var actor = Timed();
        actor.Tell(new Do(timers => timers.StartPeriodicTimer(Key, "tick", Short)));
        for (var tick = 0; tick < 5; tick++)
            ExpectMsg("tick");
        Assert.True(AskAmongTicks(actor, timers => timers.IsTimerActive(Key)));

        Assert.False(AskAmongTicks(actor, timers =>
        {
            timers.Cancel(Key);
            return timers.IsTimerActive(Key);
        }));

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_periodic_timer_may_begin_at_another_time()
    {
        var actor = Timed();

        actor.Tell(new Do(timers => timers.StartPeriodicTimer(Key, "tick", TimeSpan.FromMilliseconds(1), Long)));

        ExpectMsg("tick");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Starting_a_timer_again_replaces_the_one_with_that_key()
    {
        var actor = Timed();

        actor.Tell(new Do(timers =>
        {
            timers.StartSingleTimer(Key, "old", Short);
            timers.StartSingleTimer(Key, "new", Short);
            timers.StartSingleTimer("other", "other", Short);
        }));

        ExpectMsgAllOf("new", "other");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Replacing_a_timer_discards_the_old_message_even_when_it_is_already_in_the_mailbox()
    {
        var actor = Timed();
        HoldUntilTimerHasFired(actor, "old", timers => timers.StartSingleTimer(Key, "new", Short));

        ExpectMsg("new");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void Cancelling_a_timer_discards_its_message_even_when_it_is_already_in_the_mailbox()
    {
        var actor = Timed();

        HoldUntilTimerHasFired(actor, "old", timers => timers.Cancel(Key));

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void CancelAll_cancels_all()
    {
        var actor = Timed();

        actor.Tell(new Do(timers =>
        {
            timers.StartSingleTimer("a", "a", Short);
            timers.StartPeriodicTimer("b", "b", Short);
            timers.CancelAll();
        }));

        ExpectNoMsg(Silence);
        Assert.False(Ask(actor, timers => timers.IsTimerActive("a") || timers.IsTimerActive("b")));
    }

    [Fact]
    public void ActiveTimers_are_the_keys_of_those_that_run()
    {
        var actor = Timed();

        actor.Tell(new Do(timers =>
        {
            timers.StartSingleTimer("a", "a", Long);
            timers.StartPeriodicTimer(2, "b", Long);
            timers.StartSingleTimer("c", "c", Long);
            timers.Cancel("c");
        }));

        Assert.True(Ask(actor, timers => timers.ActiveTimers.ToHashSet().SetEquals(["a", 2])));
    }

    [Fact]
    public void A_restart_stops_the_timers()
    {
        var actor = Timed();
        actor.Tell(new Do(timers => timers.StartPeriodicTimer(Key, "tick", Short)));
        ExpectMsg("tick");

        actor.Tell(new FormatException("no"));
        Assert.False(AskAmongTicks(actor, timers => timers.IsTimerActive(Key)));

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_timer_that_fired_before_a_restart_does_not_reach_the_new_instance()
    {
        var actor = Timed();

        HoldUntilTimerHasFired(actor, "old", _ => throw new FormatException("no"));

        Assert.False(Ask(actor, timers => timers.IsTimerActive(Key)));
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_stop_stops_the_timers()
    {
        var actor = Timed();
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.DeadLetter));
        actor.Tell(new Do(timers => timers.StartPeriodicTimer(Key, "tick", Short)));
        ExpectMsg("tick");

        StopAndAwait(actor);
        ReceiveWhile<object>(TimeSpan.FromMilliseconds(60), message => message);

        ExpectNoMsg(Silence);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_start_that_fails_stops_the_timers_that_it_began(int start)
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.DeadLetter));
        var starts = 0;
        Func<bool> fails = () => ++starts == start;
        var parent = Parent(new OneForOneStrategy(exception =>
            exception is ActorInitializationException and not PostRestartException ? Directive.Stop : Directive.Restart));
        var actor = ChildOf(parent, Props.Create(() => new FailingStart(fails)));
        var probe = CreateTestProbe();
        probe.Watch(actor);
        actor.Tell(new FormatException("restart"));
        actor.Tell(PoisonPill.Instance);
        probe.ExpectTerminated(actor);

        ReceiveWhile<object>(TimeSpan.FromMilliseconds(60), message => message);

        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_timer_message_has_the_sender_that_it_was_given()
    {
        var probe = CreateTestProbe();
        var actor = Sys.ActorOf(Props.Create(() => new TimedActor(TestActor)));

        actor.Tell(new Do(timers => timers.StartSingleTimer(Key, "who", Short, probe)));

        probe.ExpectMsg("you");
    }

    private IActorRef Timed() => Sys.ActorOf(Props.Create(() => new TimedActor(TestActor)));

    /// <summary>The actor starts a timer and is held until the timer has had time to fire; then it does <paramref name="then"/>.</summary>
    private void HoldUntilTimerHasFired(IActorRef actor, string message, Action<ITimerScheduler> then)
    {
        var gate = new Gate();
        actor.Tell(new Do(timers =>
        {
            timers.StartSingleTimer(Key, message, Short);
            gate.Hold();
            then(timers);
        }));
        gate.AwaitHeld();
        Sys.Scheduler.ScheduleTellOnce(Short * 3, TestActor, "surely fired", ActorRefs.NoSender);
        ExpectMsg("surely fired");
        gate.Open();
    }

    private bool Ask(IActorRef actor, Func<ITimerScheduler, bool> question)
    {
        var probe = CreateTestProbe();
        actor.Tell(new Do(timers => probe.Tell(question(timers))));
        return probe.ExpectMsg<bool>();
    }

    /// <summary>As <see cref="Ask"/>, and forgets the ticks that came before the answer.</summary>
    private bool AskAmongTicks(IActorRef actor, Func<ITimerScheduler, bool> question)
    {
        actor.Tell(new Do(timers => TestActor.Tell(question(timers))));
        return FishForMessage<bool>(_ => true, Deadline);
    }

    private sealed record Do(Action<ITimerScheduler> Action);

    private sealed class TimedActor : ReceiveActor, IWithTimers
    {
        public TimedActor(IActorRef listener)
        {
            Receive<Do>(what => what.Action(Timers));
            Receive<Exception>(exception => Fail(exception));
            Receive<string>(text => text == "who", _ => Sender.Tell("you"));
            Receive<string>(text => listener.Tell(text));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        private static void Fail(Exception exception) => throw exception;
    }

    /// <summary>Starts a timer as it starts, and fails when it is told to.</summary>
    private sealed class FailingStart(Func<bool> fails) : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart()
        {
            Timers.StartPeriodicTimer(Key, "tick", Short);
            if (fails())
                throw new InvalidOperationException("no start");
        }

        protected override void OnReceive(object message)
        {
            if (message is Exception exception)
                throw exception;
        }
    }
}
