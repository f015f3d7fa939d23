namespace Akka.Flink.AkkaContract.Tests.Kit;

using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Configs;
using Akka.TestKit.Xunit2;

[Trait("promise", "test kit")]
public sealed class TestSchedulerTests() : TestKit(TestConfigs.TestSchedulerConfig)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Time_stands_still_until_it_is_advanced()
    {
        var start = Scheduler.Now;

        Scheduler.Advance(TimeSpan.FromHours(1));

        Assert.Equal(start + TimeSpan.FromHours(1), Scheduler.Now);
    }

    [Fact]
    public void A_message_comes_when_its_time_has_come()
    {
        Sys.Scheduler.ScheduleTellOnce(2 * Second, TestActor, "due", ActorRefs.NoSender);

        Scheduler.Advance(Second);
        Assert.False(HasMessages);

        Scheduler.AdvanceTo(Scheduler.Now + Second);
        ExpectMsg("due");
    }

    [Fact]
    public void What_is_due_runs_in_the_order_of_its_times()
    {
        Sys.Scheduler.ScheduleTellOnce(3 * Second, TestActor, "third", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "first", ActorRefs.NoSender);
        Sys.Scheduler.Advanced.ScheduleOnce(2 * Second, () => TestActor.Tell("second"));

        Scheduler.Advance(3 * Second);

        ExpectMsg("first");
        ExpectMsg("second");
        ExpectMsg("third");
    }

    [Fact]
    public void What_repeats_comes_once_in_each_interval()
    {
        Sys.Scheduler.ScheduleTellRepeatedly(Second, 5 * Second, TestActor, "tick", ActorRefs.NoSender);

        Scheduler.Advance(Second);
        ExpectMsg("tick");

        for (var i = 0; i < 3; i++)
        {
            Scheduler.Advance(4 * Second);
            Assert.False(HasMessages);
            Scheduler.Advance(Second);
            ExpectMsg("tick");
        }
    }

    [Fact]
    public void What_is_cancelled_does_not_come()
    {
        var cancelable = new Cancelable(Sys.Scheduler);
        Sys.Scheduler.ScheduleTellRepeatedly(Second, Second, TestActor, "tick", ActorRefs.NoSender, cancelable);
        Scheduler.Advance(Second);
        ExpectMsg("tick");

        cancelable.Cancel();
        Scheduler.Advance(Second);

        Assert.False(HasMessages);
    }

    [Fact]
    public void The_timers_of_an_actor_follow_the_virtual_time()
    {
        var target = TestActor;
        var actor = ActorOf(Props.Create(() => new Timed(target)));
        ExpectMsg("started");

        Scheduler.Advance(TimeSpan.FromDays(1));

        ExpectMsgFrom(actor, "a day later");
    }

    private sealed class Timed : ReceiveActor, IWithTimers
    {
        private readonly IActorRef _target;

        public Timed(IActorRef target)
        {
            _target = target;
            Receive<string>(text => target.Tell(text));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart()
        {
            Timers.StartSingleTimer("day", "a day later", TimeSpan.FromDays(1));
            _target.Tell("started");
        }
    }
}
