namespace Akka.Flink.AkkaContract.Tests.Kit;

using Akka.Actor;
using Akka.TestKit.TestActors;
using Akka.TestKit.Xunit2;
using Xunit.Sdk;

[Trait("promise", "test kit")]
public sealed class AsyncExpectationTests : TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task A_message_that_comes_later_is_awaited()
    {
        var expected = ExpectMsgAsync("late").AsTask();
        Assert.False(expected.IsCompleted);

        TestActor.Tell("late");

        Assert.Equal("late", await expected);
    }

    [Fact]
    public async Task The_test_actor_stays_the_sender_after_an_await()
    {
        var echo = ActorOf(SimpleEchoActor.Props());
        await Task.Yield();

        echo.Tell("first");
        await ExpectMsgAsync("first");
        echo.Tell("second");

        await ExpectMsgFromAsync(echo, "second");
    }

    [Fact]
    public async Task A_failure_is_thrown_by_the_await() =>
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectMsgAsync<int>(Short));

    [Fact]
    public async Task Silence_is_awaited()
    {
        await ExpectNoMsgAsync(Short);
        TestActor.Tell("noise");

        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectNoMsgAsync(Short));
    }

    [Fact]
    public async Task The_end_of_a_watched_actor_is_awaited()
    {
        var actor = ActorOf(BlackHoleActor.Props);
        await WatchAsync(actor);

        Sys.Stop(actor);

        Assert.Equal(actor, (await ExpectTerminatedAsync(actor)).ActorRef);
    }

    [Fact]
    public async Task Several_messages_are_enumerated()
    {
        TestActor.Tell(1);
        TestActor.Tell(2);

        var received = new List<object>();
        await foreach (var message in ReceiveNAsync(2))
            received.Add(message);

        Assert.Equal([1, 2], received);
    }

    [Fact]
    public async Task An_assertion_is_repeated_until_it_holds()
    {
        var attempts = 0;

        await AwaitAssertAsync(() => Assert.Equal(3, ++attempts), interval: TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task An_assertion_that_never_holds_throws_its_last_failure() =>
        await Assert.ThrowsAsync<TrueException>(() => AwaitAssertAsync(() => Assert.True(false), Short, TimeSpan.FromMilliseconds(1)));

    [Fact]
    public async Task A_condition_is_repeated_until_it_is_true()
    {
        var attempts = 0;

        await AwaitConditionAsync(() => ++attempts == 3, TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task A_condition_that_stays_false_fails() =>
        await Assert.ThrowsAnyAsync<XunitException>(() => AwaitConditionAsync(() => false, Short, "the light is on"));
}
