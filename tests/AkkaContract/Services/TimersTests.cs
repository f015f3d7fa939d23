namespace Akka.Flink.AkkaContract.Tests.Services;

using Akka.Actor;

[Trait("promise", "timers")]
public sealed class TimersTests : ServiceTest
{
    [Fact]
    public async Task A_single_timer_fires_once_with_the_message_itself()
    {
        var (actor, probe) = Start();

        actor.Tell(new Do(timers => timers.StartSingleTimer("k", "fired", TimeSpan.FromMilliseconds(10))));

        Assert.Equal("fired", await probe.Next());
        Assert.False(await actor.Ask<bool>(new Query(timers => timers.IsTimerActive("k")), Deadline));
    }

    [Fact]
    public async Task A_periodic_timer_fires_until_it_is_cancelled()
    {
        var (actor, probe) = Start();

        actor.Tell(new Do(timers => timers.StartPeriodicTimer("k", "tick", TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(10))));

        Assert.Equal(["tick", "tick", "tick"], await probe.Next(3));
        Assert.True(await actor.Ask<bool>(new Query(timers => timers.IsTimerActive("k")), Deadline));
        actor.Tell(new Do(timers => timers.Cancel("k")));
        Assert.False(await actor.Ask<bool>(new Query(timers => timers.ActiveTimers.Count > 0), Deadline));
    }

    [Fact]
    public async Task A_message_of_a_replaced_timer_is_discarded_even_from_the_mailbox()
    {
        var (actor, probe) = Start();

        actor.Tell(new Do(timers =>
        {
            timers.StartSingleTimer("k", "old", TimeSpan.FromMilliseconds(1));
            WaitUntilTimersAreInTheMailbox();
            timers.StartSingleTimer("k", "new", TimeSpan.FromMilliseconds(1));
        }));

        Assert.Equal("new", await probe.Next());
    }

    [Fact]
    public async Task A_message_of_a_cancelled_timer_is_discarded_even_from_the_mailbox()
    {
        var (actor, probe) = Start();

        actor.Tell(new Do(timers =>
        {
            timers.StartSingleTimer("k", "cancelled", TimeSpan.FromMilliseconds(1));
            timers.StartSingleTimer("other", "other", TimeSpan.FromMilliseconds(1));
            WaitUntilTimersAreInTheMailbox();
            timers.Cancel("k");
        }));
        actor.Tell("last");

        Assert.Equal(["last", "other"], (await probe.Next(2)).Order());
    }

    [Fact]
    public async Task Timers_end_with_the_incarnation_that_started_them()
    {
        var (actor, probe) = Start();

        actor.Tell(new Do(timers =>
        {
            timers.StartPeriodicTimer("k", "old", TimeSpan.FromMilliseconds(1));
            WaitUntilTimersAreInTheMailbox();
            throw new InvalidOperationException("restart on purpose");
        }));
        actor.Tell(new Do(timers => timers.StartSingleTimer("k", "new", TimeSpan.FromMilliseconds(30))));

        Assert.Equal("new", await probe.Next());
    }

    private void WaitUntilTimersAreInTheMailbox()
    {
        using var later = new ManualResetEventSlim();
        System.Scheduler.Advanced.ScheduleOnce(100, later.Set);
        later.Wait(Deadline);
    }

    private (IActorRef Actor, Probe Probe) Start()
    {
        var probe = new Probe(System);
        return (System.ActorOf(Props.Create(() => new TimerActor(probe.Ref))), probe);
    }

    private sealed record Do(Action<ITimerScheduler> Action);

    private sealed record Query(Func<ITimerScheduler, bool> Question);

    private sealed class TimerActor(IActorRef probe) : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Do action:
                    action.Action(Timers);
                    break;
                case Query query:
                    Sender.Tell(query.Question(Timers));
                    break;
                default:
                    probe.Tell(message);
                    break;
            }
        }
    }
}
