namespace Akka.Flink.AkkaContract.Tests.Asking;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "graceful stop")]
public sealed class GracefulStopTests : ContractTest
{
    [Fact]
    public async Task The_task_is_true_once_the_actor_has_stopped()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Sys.ActorOf(new Script { Stopped = _ => stopped.SetResult() }.ToProps());

        Assert.True(await actor.GracefulStop(Deadline));

        Assert.True(stopped.Task.IsCompleted);
    }

    [Fact]
    public async Task Mail_before_it_is_handled()
    {
        var handled = 0;
        var actor = Act((_, _) => handled++);
        for (var number = 0; number < 1000; number++)
            actor.Tell(number);

        Assert.True(await actor.GracefulStop(Deadline));

        Assert.Equal(1000, handled);
    }

    [Fact]
    public async Task The_stop_message_may_be_another()
    {
        var actor = Act((context, message) =>
        {
            TestActor.Tell(message);
            context.Stop(context.Self);
        });

        Assert.True(await actor.GracefulStop(Deadline, "please stop"));

        ExpectMsg("please stop");
    }

    [Fact]
    public async Task An_actor_that_does_not_stop_in_time_cancels_the_task()
    {
        var actor = Act((_, _) => { });

        await Assert.ThrowsAsync<TaskCanceledException>(() => actor.GracefulStop(TimeSpan.FromMilliseconds(50), "ignored"));
    }

    [Fact]
    public async Task A_dead_actor_has_stopped()
    {
        var actor = Act((_, _) => { });
        StopAndAwait(actor);

        Assert.True(await actor.GracefulStop(Deadline));
    }

    [Fact]
    public async Task WatchAsync_is_false_when_it_is_cancelled()
    {
        var actor = Act((_, _) => { });
        using var source = new CancellationTokenSource();
        var watching = actor.WatchAsync(source.Token);

        await source.CancelAsync();

        Assert.False(await watching.WaitAsync(Deadline));
    }

    [Fact]
    public async Task WatchAsync_is_true_when_the_actor_terminates()
    {
        var actor = Act((_, _) => { });
        var watching = actor.WatchAsync();

        Assert.False(watching.IsCompleted);
        Sys.Stop(actor);

        Assert.True(await watching.WaitAsync(Deadline));
    }
}
