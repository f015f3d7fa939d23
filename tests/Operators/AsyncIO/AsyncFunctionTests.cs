namespace Akka.Flink.Operators.Tests.AsyncIO;

using Akka.Flink.Functions;
using Akka.Flink.Testing;

public class AsyncFunctionTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    [Trait("rule", "A3")]
    public void A_time_out_fails_the_job_with_a_cause_that_says_so()
    {
        var calls = new ManualCalls();
        using var harness = Ordered(calls.Begin, Second);
        harness.Process(5, at: 3);

        var error = Assert.Throws<JobException>(() => harness.SetProcessingTime(1000));

        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Contains("failed on timestamp 3: TimeoutException: An asynchronous call did not end within its time-out.", error.Message,
            StringComparison.Ordinal);
        Assert.Equal(ErrorDomain.Function, error.Domain);
    }

    [Fact]
    [Trait("rule", "A4")]
    public void A_call_that_ends_after_its_time_out_counts_for_nothing_and_its_token_says_so()
    {
        var function = new TimingOut();
        using var harness = new OneInputHarness<int, int>(input => AsyncDataStream.OrderedWait(input, function, Second));
        harness.Process(5);

        harness.SetProcessingTime(1000);
        function.Call.SetResult([7]);
        harness.Job.Settle();

        Assert.Equal([-5], harness.Output.Select(element => element.Value));
        Assert.True(function.Token.IsCancellationRequested);
    }

    [Fact]
    [Trait("rule", "A3")]
    public void A_call_that_fails_fails_the_job_with_what_it_threw()
    {
        var calls = new ManualCalls();
        using var harness = Ordered(calls.Begin, TimeSpan.Zero);
        harness.Process(5);

        calls.Fail(5, new InvalidOperationException("No answer."));
        var error = Assert.Throws<JobException>(() => harness.Job.Settle());

        Assert.Equal("No answer.", error.InnerException!.Message);
    }

    [Fact]
    public void A_function_that_throws_at_once_or_gives_no_task_fails_as_a_call_does()
    {
        using var throwing = Ordered((_, _) => throw new InvalidOperationException("Not even begun."), TimeSpan.Zero);
        using var without = Ordered(null!, TimeSpan.Zero, new NoTask());

        Assert.Equal("Not even begun.", Assert.Throws<JobException>(() => throwing.Process(1)).InnerException!.Message);
        Assert.Contains("gave null instead of a task", Assert.Throws<JobException>(() => without.Process(1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_ends_at_once_comes_out_at_once()
    {
        using var harness = Ordered((value, _) => Task.FromResult(value * 2), TimeSpan.Zero);

        harness.Process(1);
        harness.Process(2);

        Assert.Equal([2, 4], harness.Output.Select(element => element.Value));
    }

    [Fact]
    [Trait("rule", "A2")]
    public void What_is_in_flight_is_asked_about_again_at_another_parallelism_without_its_watermarks()
    {
        var calls = new ManualCalls();
        using var harness = new OneInputHarness<int, int>(input =>
            AsyncDataStream.OrderedWait(input.Rebalance(), calls.Begin, TimeSpan.Zero));
        for (var i = 0; i < 6; i++)
            harness.Process(i);
        harness.Watermark(10);
        calls.Forget();

        harness.Restore(harness.Snapshot(), 3);
        Assert.Equal(Enumerable.Range(0, 6), calls.InFlight.Order());
        foreach (var id in calls.InFlight.ToList())
            calls.End(id);
        harness.Job.Settle();

        Assert.Equal(Enumerable.Range(0, 6), harness.Output.Select(element => element.Value).Order());
        Assert.All(harness.Output, element => Assert.Equal(Testing.ElementKind.Record, element.Kind));
    }

    [Fact]
    [Trait("rule", "A2")]
    public void What_comes_out_before_the_barrier_is_not_asked_about_again()
    {
        var calls = new ManualCalls();
        var made = Direct(calls, out var output);
        made.Open();
        var batch = new RecordBatch<int>();
        batch.Add(1, 0);
        batch.Add(2, 0);
        made.Process(batch, 0);

        made.PrepareSnapshot();
        calls.End(1);
        made.Resume();   // as a task does while what is downstream is being prepared
        made.SnapshotElements(1);
        var chunks = made.SnapshotStates(1);

        Assert.Single(output);
        var again = new ManualCalls();
        var restored = Direct(again, out _);
        restored.RestoreStates(1, chunks);
        restored.Open();
        restored.Resume();
        Assert.Equal([2], again.InFlight);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(3, 40)]
    [InlineData(4, 50)]
    [InlineData(100, 50)]
    [Trait("rule", "A5")]
    public void A_delay_grows_up_to_its_bound(int attempts, int expectedMs)
    {
        var strategy = AsyncRetryStrategies.ExponentialBackoff<int>(100, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(50), 2);

        Assert.Equal(expectedMs, strategy.BackoffAfter(attempts).TotalMilliseconds);
        Assert.Equal(attempts <= 100, strategy.CanRetry(attempts));
        Assert.False(strategy.ShouldRetry([]));
        Assert.True(strategy.IfResult(RetryPredicates.EmptyResult).ShouldRetry([]));
        Assert.True(strategy.IfException(failure => failure is TimeoutException).ShouldRetry(new TimeoutException()));
        Assert.False(strategy.IfException(failure => failure is TimeoutException).ShouldRetry(new IOException()));
    }

    [Fact]
    public void Arguments_that_make_no_sense_are_refused()
    {
        var stream = StreamExecutionEnvironment.GetExecutionEnvironment().FromElements(1);

        Assert.Throws<ArgumentOutOfRangeException>(
            () => AsyncDataStream.OrderedWait(stream, (value, _) => Task.FromResult(value), TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => AsyncDataStream.OrderedWait(stream, (value, _) => Task.FromResult(value), Second, capacity: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AsyncRetryStrategies.FixedDelay<int>(0, Second));
        Assert.Throws<ArgumentOutOfRangeException>(() => AsyncRetryStrategies.ExponentialBackoff<int>(1, Second, Second, 0.5));
    }

    [Fact]
    public async Task The_synchronous_driver_waits_for_calls_on_other_threads()
    {
        var sink = new Akka.Flink.Sinks.CollectSink<int>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var numbers = environment.FromCollection(Enumerable.Range(0, 500));
        AsyncDataStream.OrderedWait(
            numbers,
            async (value, token) =>
            {
                for (var i = 0; i < value % 3; i++)
                    await Task.Run(static () => { }, token);
                return value;
            }, TimeSpan.FromMinutes(1), capacity: 20).SinkTo(sink);

        await environment.ExecuteAsync().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Enumerable.Range(0, 500), sink.Values);
    }

    private static AsyncWaitOperator<int, int> Direct(ManualCalls calls, out List<string> output)
    {
        output = [];
        var context = new OperatorContext("ask", "ask", 0, 1, 128, new ProcessingClock());
        return new AsyncWaitOperator<int, int>(
            context, new Output<int>(new Outlet<int>(context, output)), new LambdaAsyncFunction<int, int>(calls.Begin),
            new AsyncOptions<int>(AsyncMode.Ordered, 0, 10, null));
    }

    private static OneInputHarness<int, int> Ordered(
        Func<int, CancellationToken, Task<int>> call, TimeSpan timeout, IAsyncFunction<int, int>? function = null) =>
        new(input => function is null
            ? AsyncDataStream.OrderedWait(input, call, timeout)
            : AsyncDataStream.OrderedWait(input, function, timeout));

    private sealed class TimingOut : IAsyncFunction<int, int>
    {
        private readonly CancellationToken[] _token = new CancellationToken[1];   // shared with the subtask's copy

        public TaskCompletionSource<IReadOnlyCollection<int>> Call { get; } = new();

        public CancellationToken Token => _token[0];

        public Task<IReadOnlyCollection<int>> InvokeAsync(int value, CancellationToken cancellationToken)
        {
            _token[0] = cancellationToken;
            return Call.Task;
        }

        public IReadOnlyCollection<int> Timeout(int value) => [-value];
    }

    private sealed class NoTask : IAsyncFunction<int, int>
    {
        public Task<IReadOnlyCollection<int>> InvokeAsync(int value, CancellationToken cancellationToken) => null!;
    }
}
