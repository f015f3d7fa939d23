namespace Akka.Flink.AkkaContract.Tests.Lifecycle;

using System.Diagnostics;
using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "receive timeout")]
public sealed class ReceiveTimeoutTests : ContractTest
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(200);

    /// <summary>The wheel ticks every 10 ms, and clocks differ by a little.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(15);

    [Fact]
    public void ReceiveTimeout_comes_when_no_message_has_come_for_that_time_and_not_before()
    {
        var last = Stopwatch.GetTimestamp();
        var actor = Act((context, message) =>
        {
            if (message is ReceiveTimeout)
                TestActor.Tell(Since(last));
            else
                context.SetReceiveTimeout(Idle);
            last = Stopwatch.GetTimestamp();
        });

        actor.Tell("set");

        Assert.True(ExpectMsg<TimeSpan>() >= Idle - Tolerance);
    }

    /// <summary>A timeout may be queued behind a message that came late; that there was a gap holds all the same.</summary>
    [Fact]
    public void A_message_resets_the_timeout_without_setting_it_again()
    {
        var last = 0L;
        var longest = TimeSpan.Zero;
        var actor = Act((context, message) =>
        {
            if (message is "set")
                context.SetReceiveTimeout(Idle);
            else if (Since(last) > longest)
                longest = Since(last);
            last = Stopwatch.GetTimestamp();
            if (message is ReceiveTimeout)
                TestActor.Tell(longest);
        });
        actor.Tell("set");

        for (var number = 1; number <= 10; number++)
            Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(50 * number), actor, number, TestActor);

        Assert.True(ExpectMsg<TimeSpan>() >= Idle - Tolerance);
    }

    [Fact]
    public void Messages_marked_as_not_influencing_do_not_reset_it()
    {
        var actor = Act((context, message) =>
        {
            if (message is ReceiveTimeout)
                TestActor.Tell("timeout");
            else if (message is "set")
                context.SetReceiveTimeout(Idle);
        });
        actor.Tell("set");
        var beat = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(20, 20, actor, new Beat(), TestActor);

        ExpectMsg("timeout");

        beat.Cancel();
    }

    [Fact]
    public void It_comes_when_a_message_marked_as_not_influencing_was_the_last_in_the_mailbox()
    {
        var gate = new Gate();
        var actor = Act((context, message) =>
        {
            if (message is ReceiveTimeout)
                TestActor.Tell("timeout");
            else if (message is "set")
                context.SetReceiveTimeout(Idle);
        });
        actor.Tell(gate);
        gate.AwaitHeld();
        actor.Tell("set");
        actor.Tell(new Beat());

        gate.Open();

        ExpectMsg("timeout");
    }

    [Fact]
    public void It_comes_again_until_it_is_switched_off()
    {
        var times = 0;
        var actor = Act((context, message) =>
        {
            if (message is "set")
                context.SetReceiveTimeout(TimeSpan.FromMilliseconds(50));
            if (message is not ReceiveTimeout)
                return;

            TestActor.Tell(++times);
            if (times == 3)
                context.SetReceiveTimeout(null);
        });

        actor.Tell("set");

        ExpectMsg(1);
        ExpectMsg(2);
        ExpectMsg(3);
        ExpectNoMsg(TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public void The_context_tells_the_timeout_that_is_set()
    {
        var actor = Act((context, message) =>
        {
            TestActor.Tell(context.ReceiveTimeout ?? TimeSpan.Zero);
            context.SetReceiveTimeout(TimeSpan.FromMinutes(1));
            TestActor.Tell(context.ReceiveTimeout ?? TimeSpan.Zero);
        });

        actor.Tell("go");

        ExpectMsg(TimeSpan.Zero);
        ExpectMsg(TimeSpan.FromMinutes(1));
    }

    private sealed class Beat : INotInfluenceReceiveTimeout;
}
