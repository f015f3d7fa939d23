namespace Akka.Flink.AkkaContract.Tests.Services;

using Akka.Pattern;

[Trait("promise", "circuit breaker")]
public sealed class CircuitBreakerTests : ServiceTest
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(1.0);

    [Fact]
    public async Task Opens_after_as_many_failures_and_then_fails_fast()
    {
        var opened = new TaskCompletionSource();
        var breaker = Create(maxFailures: 2, resetTimeout: Never).OnOpen(() => opened.TrySetResult());

        await Fail(breaker);
        Assert.True(breaker.IsClosed);
        await Fail(breaker);

        await opened.Task.WaitAsync(Deadline);
        Assert.True(breaker.IsOpen);
        var rejected = await Assert.ThrowsAsync<OpenCircuitException>(() => breaker.WithCircuitBreaker(() => Task.FromResult(1)));
        Assert.True(rejected.RemainingDuration > TimeSpan.FromMinutes(50.0));
    }

    [Fact]
    public async Task A_success_forgets_the_failures_before_it()
    {
        var breaker = Create(maxFailures: 2, resetTimeout: Never);

        await Fail(breaker);
        Assert.Equal(1, await breaker.WithCircuitBreaker(() => Task.FromResult(1)));
        await Fail(breaker);

        Assert.True(breaker.IsClosed);
        Assert.Equal(1, breaker.CurrentFailureCount);
    }

    [Fact]
    public async Task Is_half_open_after_the_reset_timeout_and_closes_with_a_success()
    {
        var halfOpen = new TaskCompletionSource();
        var breaker = Create(maxFailures: 1, resetTimeout: TimeSpan.FromMilliseconds(30)).OnHalfOpen(() => halfOpen.TrySetResult());

        await Fail(breaker);
        await halfOpen.Task.WaitAsync(Deadline);
        Assert.True(breaker.IsHalfOpen);

        Assert.Equal(1, await breaker.WithCircuitBreaker(() => Task.FromResult(1)));
        Assert.True(breaker.IsClosed);
    }

    [Fact]
    public async Task Lets_one_call_pass_while_it_is_half_open_and_opens_again_with_its_failure()
    {
        var halfOpen = new SemaphoreSlim(0);
        var breaker = Create(maxFailures: 1, resetTimeout: TimeSpan.FromMilliseconds(30)).OnHalfOpen(() => halfOpen.Release());
        await Fail(breaker);
        Assert.True(await halfOpen.WaitAsync(Deadline));
        var pending = new TaskCompletionSource<int>();

        var probe = breaker.WithCircuitBreaker(() => pending.Task);
        await Assert.ThrowsAsync<OpenCircuitException>(() => breaker.WithCircuitBreaker(() => Task.FromResult(1)));
        pending.SetException(new InvalidOperationException("on purpose"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => probe);
        Assert.False(breaker.IsClosed);
        Assert.True(await halfOpen.WaitAsync(Deadline));
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_a_failure()
    {
        var breaker = new CircuitBreaker(System.Scheduler, 1, TimeSpan.FromMilliseconds(30), Never);

        await Assert.ThrowsAsync<TimeoutException>(() => breaker.WithCircuitBreaker(() => new TaskCompletionSource<int>().Task));

        Assert.True(breaker.IsOpen);
    }

    [Fact]
    public void Counts_what_the_caller_reports()
    {
        var breaker = Create(maxFailures: 2, resetTimeout: Never);

        breaker.Fail();
        breaker.Succeed();
        Assert.Equal(0, breaker.CurrentFailureCount);
        breaker.Fail();
        breaker.Fail();

        Assert.True(breaker.IsOpen);
    }

    private static async Task Fail(CircuitBreaker breaker) => await Assert.ThrowsAsync<InvalidOperationException>(
        () => breaker.WithCircuitBreaker(() => Task.FromException<int>(new InvalidOperationException("on purpose"))));

    private CircuitBreaker Create(int maxFailures, TimeSpan resetTimeout) => new(System.Scheduler, maxFailures, Deadline, resetTimeout);
}
