namespace Akka.TestKit;

using System.Diagnostics;

public abstract partial class TestKitBase
{
    /// <summary>Awaits a task in the context of the test, and leaves it to the caller to look how it ended.</summary>
    internal const ConfigureAwaitOptions Quietly = ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ClockStart = TimeSpan.FromTicks(DateTime.UtcNow.Ticks);
    private static readonly long ClockStartTimestamp = Stopwatch.GetTimestamp();

    private TimeSpan? _end;
    private bool _lastWasNoMessage;

    /// <summary>A clock that does not jump.</summary>
    public static TimeSpan Now => ClockStart + Stopwatch.GetElapsedTime(ClockStartTimestamp);

    /// <summary>What is left of the block of the innermost <c>Within</c>.</summary>
    public TimeSpan Remaining => _end is { } end
        ? end - Now
        : throw new InvalidOperationException("Remaining was read outside of Within, where nothing ends. Use RemainingOrDefault there.");

    public TimeSpan RemainingOrDefault => RemainingOr(Dilated(TestKitSettings.SingleExpectDefault));

    protected TimeSpan RemainingOr(TimeSpan duration) => _end is { } end ? end - Now : duration;

    public TimeSpan RemainingOrDilated(TimeSpan? duration)
    {
        if (duration is not { } given)
            return RemainingOrDefault;
        if (given == Timeout.InfiniteTimeSpan)
            throw new ArgumentException("A duration is infinite. An expectation must end: give it a finite time.", nameof(duration));
        return Dilated(given);
    }

    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) => timeout ?? RemainingOrDefault;

    public TimeSpan Dilated(TimeSpan duration) => duration > TimeSpan.Zero
        ? TimeSpan.FromTicks((long)(duration.Ticks * TestKitSettings.TestTimeFactor))
        : duration;

    public void Within(TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, epsilonValue: epsilonValue, cancellationToken: cancellationToken);

    public void Within(
        TimeSpan min, TimeSpan max, Action action, string hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Within<object>(
            min,
            max,
            () =>
            {
                action();
                return null;
            },
            hint,
            epsilonValue,
            cancellationToken);

    public T Within<T>(TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, function, epsilonValue: epsilonValue, cancellationToken: cancellationToken);

    public T Within<T>(
        TimeSpan min, TimeSpan max, Func<T> function, string hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var block = Open(min, max, hint, epsilonValue);
        T result;
        try
        {
            result = function();
        }
        finally
        {
            _end = block.OuterEnd;
        }

        Close(block);
        return result;
    }

    public Task WithinAsync(
        TimeSpan max, Func<Task> actionAsync, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, actionAsync, epsilonValue: epsilonValue, cancellationToken: cancellationToken);

    public Task WithinAsync(
        TimeSpan min, TimeSpan max, Func<Task> actionAsync, string hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync<object>(
            min,
            max,
            async () =>
            {
                await actionAsync();
                return null;
            },
            hint,
            epsilonValue,
            cancellationToken);

    public Task<T> WithinAsync<T>(
        TimeSpan max, Func<Task<T>> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, function, epsilonValue: epsilonValue, cancellationToken: cancellationToken);

    public async Task<T> WithinAsync<T>(
        TimeSpan min, TimeSpan max, Func<Task<T>> function, string hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        var block = Open(min, max, hint, epsilonValue);
        T result;
        try
        {
            var running = function();
            // A block may end with an expectation of silence until its end, so only one that hangs is left alone.
            await ((Task)running).WaitAsync(block.Max + block.Epsilon + Hang, cancellationToken).ConfigureAwait(Quietly);
            cancellationToken.ThrowIfCancellationRequested();
            if (!running.IsCompleted)
                Fail($"The block of Within still runs after {Described(Now - block.Start)}; it has {Described(block.Max)}.{block.Hint}");
            result = await running;
        }
        finally
        {
            _end = block.OuterEnd;
        }

        Close(block);
        return result;
    }

    private Block Open(TimeSpan min, TimeSpan max, string hint, TimeSpan? epsilon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(min, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, TimeSpan.Zero);

        var start = Now;
        var left = _end - start;
        if (left < min)
        {
            Fail(
                $"The block of Within must take at least {Described(min)}, " +
                $"but only {Described(left.Value)} is left of the block around it.{Hinted(hint)}");
        }

        var block = new Block(start, min, Shorter(Dilated(max), left), epsilon ?? TimeSpan.Zero, _end, Hinted(hint));
        _lastWasNoMessage = false;
        _end = start + block.Max;
        return block;
    }

    private void Close(Block block)
    {
        var elapsed = Now - block.Start;
        if (elapsed < block.Min)
            Fail($"The block of Within took {Described(elapsed)}; it must take at least {Described(block.Min)}.{block.Hint}");
        if (!_lastWasNoMessage && elapsed > block.Max + block.Epsilon)
            Fail($"The block of Within took {Described(elapsed)}; it may take at most {Described(block.Max)}.{block.Hint}");
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan? other) => other < one ? other.Value : one;

    private static string Hinted(string hint) => string.IsNullOrEmpty(hint) ? "" : $" Hint: {hint}";

    private readonly record struct Block(TimeSpan Start, TimeSpan Min, TimeSpan Max, TimeSpan Epsilon, TimeSpan? OuterEnd, string Hint);
}
