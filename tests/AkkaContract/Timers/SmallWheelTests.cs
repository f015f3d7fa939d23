namespace Akka.Flink.AkkaContract.Tests.Timers;

using System.Diagnostics;
using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

/// <summary>One turn of this wheel takes 160 ms.</summary>
[Trait("promise", "scheduler")]
public sealed class SmallWheelTests() : ContractTest("akka.scheduler { tick-duration = 10ms, ticks-per-wheel = 16 }")
{
    [Theory]
    [InlineData(150)]
    [InlineData(160)]
    [InlineData(170)]
    [InlineData(500)]
    public void Delays_around_and_beyond_one_turn_of_the_wheel_are_kept(int delayMs)
    {
        var start = Stopwatch.GetTimestamp();

        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(delayMs), TestActor, "late", ActorRefs.NoSender);
        ExpectMsg("late");

        Assert.True(Since(start) >= TimeSpan.FromMilliseconds(delayMs - 2));
    }
}
