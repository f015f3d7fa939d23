namespace Akka.TestKit;

using System.Runtime.ExceptionServices;
using Akka.Event;

public abstract partial class TestKitBase
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Repeats an assertion until it does not throw; after <paramref name="duration"/> its last exception is thrown.</summary>
    public void AwaitAssert(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitAssertion(Completing(assertion), duration, interval, true, cancellationToken).GetAwaiter().GetResult();

    public Task AwaitAssertAsync(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitAssertion(Completing(assertion), duration, interval, false, cancellationToken).AsTask();

    public Task AwaitAssertAsync(
        Func<Task> assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitAssertion(assertion, duration, interval, false, cancellationToken).AsTask();

    /// <summary>Repeats a condition until it is true; fails after the given time.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, null, null, null, cancellationToken);

    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, null, cancellationToken);

    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, string message, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, message, cancellationToken);

    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string message = null,
        CancellationToken cancellationToken = default) =>
        AwaitFulfilled(Completing(conditionIsFulfilled), max, interval, message, true, cancellationToken).GetAwaiter().GetResult();

    public Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, null, null, cancellationToken);

    public Task AwaitConditionAsync(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, null, null, cancellationToken);

    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, null, cancellationToken);

    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, string message, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, message, cancellationToken);

    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, TimeSpan? max, string message, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, message, cancellationToken);

    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string message = null,
        CancellationToken cancellationToken = default) =>
        AwaitFulfilled(conditionIsFulfilled, max, interval, message, false, cancellationToken).AsTask();

    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string message = null,
        CancellationToken cancellationToken = default) =>
        AwaitFulfilled(Completing(conditionIsFulfilled), max, interval, message, false, cancellationToken).AsTask();

    public bool AwaitConditionNoThrow(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Result(Poll(Completing(conditionIsFulfilled), max, interval ?? DefaultInterval, true, cancellationToken));

    public Task<bool> AwaitConditionNoThrowAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Poll(conditionIsFulfilled, max, interval ?? DefaultInterval, false, cancellationToken).AsTask();

    public Task<bool> AwaitConditionNoThrowAsync(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Poll(Completing(conditionIsFulfilled), max, interval ?? DefaultInterval, false, cancellationToken).AsTask();

    private async ValueTask AwaitAssertion(
        Func<Task> assertion, TimeSpan? duration, TimeSpan? interval, bool blocking, CancellationToken cancellationToken)
    {
        var max = RemainingOrDilated(duration);
        var start = Now;
        for (var attempts = 1; ; attempts++)
        {
            var failure = await Try(assertion);
            if (failure == null)
                return;

            var pause = interval ?? DefaultInterval;
            if (Now + Shorter(max, pause) >= start + max)
            {
                Sys.Log.Warning("AwaitAssert gave up after [{0}] attempts in [{1}].", attempts, Now - start);
                failure.Throw();
            }

            await Pause(Shorter(pause, start + max - Now), blocking, cancellationToken);
        }
    }

    private async ValueTask AwaitFulfilled(
        Func<Task<bool>> condition, TimeSpan? max, TimeSpan? interval, string message, bool blocking, CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(max);
        var start = Now;
        if (!await Poll(condition, limit, interval ?? DefaultInterval, blocking, cancellationToken))
            Fail(new Arrival(this, "a condition to become true", limit, Now - start) { Outcome = "it stayed false", Hint = message });
    }

    private static async ValueTask<bool> Poll(
        Func<Task<bool>> condition, TimeSpan max, TimeSpan interval, bool blocking, CancellationToken cancellationToken)
    {
        var stop = Now + max;
        while (!await condition())
        {
            var left = stop - Now;
            if (left <= TimeSpan.Zero)
                return false;
            await Pause(Shorter(interval, left), blocking, cancellationToken);
        }

        return true;
    }

    private static async ValueTask Pause(TimeSpan time, bool blocking, CancellationToken cancellationToken)
    {
        if (!blocking)
            await Task.Delay(time, cancellationToken);
        else if (cancellationToken.WaitHandle.WaitOne(time))
            cancellationToken.ThrowIfCancellationRequested();
    }

    private static async ValueTask<ExceptionDispatchInfo> Try(Func<Task> assertion)
    {
        try
        {
            await assertion();
            return null;
        }
        catch (Exception failure)
        {
            return ExceptionDispatchInfo.Capture(failure);
        }
    }

    private static Func<Task> Completing(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };

    private static Func<Task<bool>> Completing(Func<bool> condition) => () => Task.FromResult(condition());
}
