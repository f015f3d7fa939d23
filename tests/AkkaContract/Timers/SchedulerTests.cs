namespace Akka.Flink.AkkaContract.Tests.Timers;

using System.Collections.Concurrent;
using System.Diagnostics;
using Akka.Actor;
using Akka.Event;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "scheduler")]
public sealed class SchedulerTests : ContractTest
{
    /// <summary>What two clocks may differ by.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMilliseconds(2);

    /// <summary>A tick is 10 ms; a busy machine adds its share.</summary>
    private static readonly TimeSpan TypicalLateness = TimeSpan.FromMilliseconds(60);

    [Fact]
    public void Scheduled_messages_never_come_early_and_typically_within_a_few_ticks()
    {
        const int count = 200;
        var lateness = new ConcurrentBag<TimeSpan>();

        for (var number = 0; number < count; number++)
        {
            var delay = TimeSpan.FromMilliseconds(5 + (7 * number % 200));
            var start = Stopwatch.GetTimestamp();
            Sys.Scheduler.Advanced.ScheduleOnce(delay, () => lateness.Add(Since(start) - delay));
        }

        AwaitCondition(() => lateness.Count == count, Deadline);
        var sorted = lateness.Order().ToList();
        Assert.True(sorted[0] >= -ClockTolerance, $"One came {-sorted[0]} too early.");
        Assert.True(sorted[count / 2] <= TypicalLateness, $"The median is {sorted[count / 2]} late.");
    }

    [Fact]
    public void A_repeated_schedule_keeps_its_interval_within_a_tick()
    {
        var interval = TimeSpan.FromMilliseconds(30);
        var times = new ConcurrentQueue<TimeSpan>();
        var start = Stopwatch.GetTimestamp();

        var repeated = Sys.Scheduler.Advanced.ScheduleRepeatedlyCancelable(interval, interval, () => times.Enqueue(Since(start)));
        AwaitCondition(() => times.Count >= 31, Deadline);
        repeated.Cancel();

        var list = times.Take(31).ToList();
        Assert.True(list[30] >= (interval * 31) - TypicalLateness, $"31 intervals of {interval} took {list[30]} only.");
        var gaps = list.Zip(list.Skip(1), (earlier, later) => later - earlier).Order().ToList();
        Assert.True(gaps[15] <= interval + TypicalLateness, $"The median interval is {gaps[15]}.");
    }

    [Fact]
    public void Messages_of_one_delay_come_once_each_however_many()
    {
        for (var number = 0; number < 1000; number++)
            Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(20), TestActor, number, ActorRefs.NoSender);

        Assert.Equal(Enumerable.Range(0, 1000), ReceiveN(1000, Deadline).Cast<int>().Order());
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_scheduled_message_carries_the_sender()
    {
        var sender = CreateTestProbe();

        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(10), TestActor, "once", sender);
        ExpectMsg("once");
        Assert.Equal(sender.Ref, LastSender);

        Sys.Scheduler.ScheduleTellRepeatedly(TimeSpan.Zero, TimeSpan.FromMinutes(5), TestActor, "first", sender);
        ExpectMsg("first");
        Assert.Equal(sender.Ref, LastSender);
    }

    [Fact]
    public void A_cancelled_schedule_does_not_come()
    {
        var cancelable = Sys.Scheduler.ScheduleTellOnceCancelable(TimeSpan.FromMilliseconds(400), TestActor, "never", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(500), TestActor, "over", ActorRefs.NoSender);

        cancelable.Cancel();

        Assert.True(cancelable.IsCancellationRequested);
        ExpectMsg("over");
    }

    [Fact]
    public void A_repeated_schedule_ends_when_it_is_cancelled()
    {
        var cancelable = new Cancelable(Sys.Scheduler);
        Sys.Scheduler.ScheduleTellRepeatedly(0, 20, TestActor, "tick", ActorRefs.NoSender, cancelable);
        ExpectMsg("tick");
        ExpectMsg("tick");

        cancelable.Cancel();
        ReceiveWhile<object>(TimeSpan.FromMilliseconds(60), message => message);

        ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void A_cancelable_may_be_cancelled_after_a_time()
    {
        var cancelable = new Cancelable(Sys.Scheduler, TimeSpan.FromMilliseconds(30));

        Assert.False(cancelable.IsCancellationRequested);

        AwaitCondition(() => cancelable.IsCancellationRequested && cancelable.Token.IsCancellationRequested, Deadline);
    }

    [Fact]
    public void A_linked_cancelable_is_cancelled_with_any_of_its_sources()
    {
        var (left, right) = (new Cancelable(Sys.Scheduler), new Cancelable(Sys.Scheduler));
        var linked = Cancelable.CreateLinkedCancelable(Sys.Scheduler, left, right);

        right.Cancel();

        Assert.True(linked.IsCancellationRequested);
        Assert.False(left.IsCancellationRequested);
    }

    [Fact]
    public void An_action_that_throws_does_not_stop_the_scheduler()
    {
        Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(10), () => throw new FormatException("no"));
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(50), TestActor, "still ticking", ActorRefs.NoSender);

        ExpectMsg("still ticking");
    }

    [Fact]
    public async Task A_scheduler_may_be_stopped_while_its_first_timer_is_started()
    {
        using var both = new Barrier(2);
        for (var round = 0; round < 300; round++)
        {
            var scheduler = new HashedWheelTimerScheduler(Sys.Settings.Config, NoLogger.Instance);
            var starting = OnOwnThread(() => StartTimer(scheduler));
            both.SignalAndWait(Deadline);
            scheduler.Dispose();
            await starting.WaitAsync(Deadline);
        }

        void StartTimer(HashedWheelTimerScheduler scheduler)
        {
            both.SignalAndWait(Deadline);
            try
            {
                ((IAdvancedScheduler)scheduler).ScheduleOnce(TimeSpan.FromHours(1), () => { });
            }
            catch (AkkaException)
            {
                // It was stopped before.
            }
        }
    }

    [Fact]
    public void A_negative_delay_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(-1.0), TestActor, "never", ActorRefs.NoSender));

    [Fact]
    public async Task Nothing_can_be_scheduled_when_the_system_has_ended()
    {
        await Sys.Terminate().WaitAsync(Deadline);

        Assert.ThrowsAny<AkkaException>(() => Sys.Scheduler.ScheduleTellOnce(TimeSpan.Zero, TestActor, "never", ActorRefs.NoSender));
    }

    [Fact]
    public void The_clock_of_the_scheduler_goes_forward()
    {
        var before = Sys.Scheduler.MonotonicClock;
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(50), TestActor, "later", ActorRefs.NoSender);
        ExpectMsg("later");

        Assert.True(Sys.Scheduler.MonotonicClock - before >= TimeSpan.FromMilliseconds(30));
    }
}
