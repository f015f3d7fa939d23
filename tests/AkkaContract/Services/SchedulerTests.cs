namespace Akka.Flink.AkkaContract.Tests.Services;

using System.Collections.Concurrent;
using System.Diagnostics;
using Akka.Actor;

[Trait("promise", "scheduler")]
public sealed class SchedulerTests : ServiceTest
{
    [Fact]
    public async Task Never_runs_before_the_delay_is_over_and_soon_after_it()
    {
        const int Count = 100;
        var lateMs = new ConcurrentQueue<double>();
        var done = new CountdownEvent(Count);

        for (var i = 0; i < Count; i++)
        {
            var delay = TimeSpan.FromMilliseconds((i * 3) + 0.5);
            var begin = Stopwatch.GetTimestamp();
            System.Scheduler.Advanced.ScheduleOnce(delay, () =>
            {
                lateMs.Enqueue((Stopwatch.GetElapsedTime(begin) - delay).TotalMilliseconds);
                done.Signal();
            });
        }

        Assert.True(await Task.Run(() => done.Wait(Deadline)));
        var sorted = lateMs.Order().ToArray();
        Assert.True(sorted[0] >= 0, $"one ran {-sorted[0]} ms early");
        Assert.True(sorted[Count / 2] < 40, $"the median was {sorted[Count / 2]} ms late");
    }

    [Fact]
    public async Task Repeats_without_drift()
    {
        const int Interval = 50;
        const int Count = 20;
        var phases = new ConcurrentQueue<double>();
        var done = new TaskCompletionSource();
        var cancelable = new Cancelable(System.Scheduler);
        var begin = Stopwatch.GetTimestamp();

        System.Scheduler.Advanced.ScheduleRepeatedly(Interval, Interval, () =>
        {
            phases.Enqueue(Stopwatch.GetElapsedTime(begin).TotalMilliseconds % Interval);
            if (phases.Count == Count)
                done.TrySetResult();
        }, cancelable);

        await done.Task.WaitAsync(Deadline);
        cancelable.Cancel();
        var median = phases.Order().ElementAt(Count / 2);
        Assert.True(median < Interval / 2, $"the median distance from the schedule is {median} ms");
    }

    [Fact]
    public async Task Does_not_run_what_was_cancelled()
    {
        var ran = new ConcurrentQueue<string>();
        var later = new TaskCompletionSource();
        var cancelable = System.Scheduler.Advanced.ScheduleOnceCancelable(500, () => ran.Enqueue("cancelled"));
        System.Scheduler.Advanced.ScheduleOnce(600, () => later.SetResult());

        cancelable.Cancel();

        await later.Task.WaitAsync(Deadline);
        Assert.Empty(ran);
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public async Task Runs_thousands_of_timers()
    {
        const int Count = 20_000;
        var left = Count;
        var done = new TaskCompletionSource();

        for (var i = 0; i < Count; i++)
        {
            System.Scheduler.Advanced.ScheduleOnce(i % 300, () =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                    done.SetResult();
            });
        }

        await done.Task.WaitAsync(Deadline);
    }

    [Fact]
    public async Task Sends_with_the_sender_that_was_given()
    {
        var receiver = new Probe(System);
        var sender = new Probe(System);

        System.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(20), receiver.Ref, "late", sender.Ref);

        Assert.Equal("late", await receiver.Next());
        Assert.Equal(sender.Ref, receiver.LastSender);
    }

    [Fact]
    public async Task Goes_on_when_an_action_throws()
    {
        var receiver = new Probe(System);

        System.Scheduler.Advanced.ScheduleOnce(10, () => throw new InvalidOperationException("on purpose"));
        System.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(50), receiver.Ref, "after", ActorRefs.NoSender);

        Assert.Equal("after", await receiver.Next());
    }

    [Fact]
    public async Task Cancels_after_a_time()
    {
        var cancelled = new TaskCompletionSource();
        var cancelable = new Cancelable(System.Scheduler, TimeSpan.FromMilliseconds(20));
        cancelable.Token.Register(() => cancelled.SetResult());

        await cancelled.Task.WaitAsync(Deadline);

        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void Refuses_a_negative_delay() => Assert.Throws<ArgumentOutOfRangeException>(
        () => System.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(-1.0), ActorRefs.Nobody, "x", ActorRefs.NoSender));

    [Fact]
    public async Task Refuses_orders_after_the_system_has_ended()
    {
        await System.Terminate().WaitAsync(Deadline);

        Assert.ThrowsAny<AkkaException>(() => System.Scheduler.ScheduleTellOnce(TimeSpan.Zero, ActorRefs.Nobody, "x", ActorRefs.NoSender));
    }
}
