namespace Akka.Flink.AkkaContract.Tests.Services;

using Akka.Actor;
using Akka.Serialization;

[Trait("promise", "ask")]
public sealed class AskTests : ServiceTest
{
    [Fact]
    public async Task The_answer_completes_the_task()
    {
        var actor = System.ActorOf(FunctionActor.Props((context, message) => context.Sender.Tell($"got {message}")));

        Assert.Equal("got it", await actor.Ask<string>("it", Deadline));
    }

    [Fact]
    public async Task Without_answer_in_time_it_fails()
    {
        var silent = System.ActorOf(FunctionActor.Props((_, _) => { }));

        var failure = await Assert.ThrowsAsync<AskTimeoutException>(() => silent.Ask<string>("x", TimeSpan.FromMilliseconds(50)));

        Assert.Contains("Timeout after 00:00:00.05", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_token_cancels_it()
    {
        var silent = System.ActorOf(FunctionActor.Props((_, _) => { }));
        using var source = new CancellationTokenSource();
        var answer = silent.Ask<string>("x", source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer.WaitAsync(Deadline));
    }

    [Fact]
    public async Task A_failure_as_answer_fails_it_with_the_cause()
    {
        var cause = new InvalidOperationException("on purpose");
        var actor = System.ActorOf(FunctionActor.Props((context, _) => context.Sender.Tell(new Status.Failure(cause))));

        Assert.Same(cause, await Assert.ThrowsAsync<InvalidOperationException>(() => actor.Ask<string>("x", Deadline)));
    }

    [Fact]
    public async Task An_answer_of_another_type_fails_it()
    {
        var actor = System.ActorOf(FunctionActor.Props((context, _) => context.Sender.Tell(42)));

        await Assert.ThrowsAsync<ArgumentException>(() => actor.Ask<string>("x", Deadline));
    }

    [Fact]
    public async Task The_asking_reference_can_be_sent_as_a_path()
    {
        var serialization = System.Serialization;
        var actor = System.ActorOf(FunctionActor.Props(
            (context, _) => serialization.DeserializeActorRef(Serialization.SerializedActorPath(context.Sender)).Tell("by path")));

        Assert.Equal("by path", await actor.Ask<string>("x", Deadline));
    }

    [Fact]
    public async Task Pipes_results_and_failures()
    {
        var probe = new Probe(System);

        _ = Task.FromResult("result").PipeTo(probe.Ref);
        Assert.Equal("result", await probe.Next());

        _ = Task.FromResult(1).PipeTo(probe.Ref, success: number => $"number {number}");
        Assert.Equal("number 1", await probe.Next());

        _ = Task.FromException<string>(new InvalidOperationException("on purpose")).PipeTo(probe.Ref);
        Assert.IsType<InvalidOperationException>((await probe.Next<Status.Failure>()).Cause);

        _ = Task.FromException(new InvalidOperationException("on purpose")).PipeTo(probe.Ref, failure: cause => cause.Message);
        Assert.Equal("on purpose", await probe.Next());
    }

    [Fact]
    public async Task Stops_gracefully_or_is_cancelled()
    {
        var willing = System.ActorOf(FunctionActor.Props((_, _) => { }));
        var unwilling = System.ActorOf(FunctionActor.Props((_, _) => { }));

        Assert.True(await willing.GracefulStop(Deadline));
        await Assert.ThrowsAsync<TaskCanceledException>(() => unwilling.GracefulStop(TimeSpan.FromMilliseconds(50), "please"));
    }

    [Fact]
    public async Task Waits_for_the_end_of_an_actor()
    {
        var actor = System.ActorOf(FunctionActor.Props((_, _) => { }));
        using var source = new CancellationTokenSource();
        var cancelled = actor.WatchAsync(source.Token);
        var watched = actor.WatchAsync();

        await source.CancelAsync();
        Assert.False(await cancelled.WaitAsync(Deadline));

        actor.Tell(PoisonPill.Instance);
        Assert.True(await watched.WaitAsync(Deadline));
        Assert.True(await actor.WatchAsync().WaitAsync(Deadline));
    }
}
