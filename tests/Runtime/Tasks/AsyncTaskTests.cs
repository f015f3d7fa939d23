namespace Akka.Flink.Runtime.Tests.Tasks;

using System.Collections.Concurrent;
using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Sinks;
using Akka.Flink.State;

/// <summary>Asynchronous functions in tasks: calls end on threads of the pool, and wake the task up.</summary>
public class AsyncTaskTests
{
    private const int Numbers = 2_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("rule", "A1")]
    public void Every_record_is_answered_once_and_in_order_where_that_is_asked_for(bool isOrdered)
    {
        using var node = new TestNode();
        var sink = new CollectSink<long>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var numbers = environment.FromSequence(0, Numbers - 1).SetParallelism(1).Rebalance();
        var answers = isOrdered
            ? AsyncDataStream.OrderedWait(numbers, AnswerAsync, TimeSpan.FromMinutes(1), 16)
            : AsyncDataStream.UnorderedWait(numbers, AnswerAsync, TimeSpan.FromMinutes(1), 16);
        answers.SetParallelism(2).SinkTo(sink).SetParallelism(2);

        var run = node.Run(environment.CreateJobGraph("answers")).Start();
        run.RunToEnd();

        run.ThrowIfFailed();
        Assert.Equal(Enumerable.Range(0, Numbers).Select(n => (long)n), sink.Values.Order());
        if (isOrdered)
            Assert.All(sink.Values.GroupBy(n => n % 2), each => Assert.Equal(each.Order(), each));
    }

    [Fact]
    [Trait("rule", "A3")]
    public void Calls_are_on_their_way_at_a_time_up_to_the_capacity_and_no_thread_waits_for_them()
    {
        using var node = new TestNode(threads: 1);
        var sink = new CollectSink<long>();
        var gate = new Calls(together: 8);
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        AsyncDataStream.OrderedWait(
            environment.FromSequence(0, 799).SetParallelism(1).Rebalance(), gate.AnswerAsync, TimeSpan.FromMinutes(1), 8)
            .SetParallelism(1).SinkTo(sink).SetParallelism(1);

        var run = node.Run(environment.CreateJobGraph("together")).Start();
        run.RunToEnd();

        run.ThrowIfFailed();
        Assert.Equal(800, sink.Values.Count);
        Assert.Equal(8, gate.Most);
    }

    [Fact]
    [Trait("rule", "A2")]
    public void What_is_on_its_way_at_a_checkpoint_is_asked_about_again()
    {
        using var node = new TestNode();
        var sink = new GatedSink<long>();
        sink.Open();
        var source = new QueueSource<long>();
        var calls = new Held();
        var run = node.Run(Graph(source, calls, sink)).Start();
        for (var i = 0; i < 5; i++)
            source.Add(i);
        run.Until(() => calls.Asked.Count == 5);

        var checkpoint = run.TakeCheckpoint();   // although no call has ended
        run.Cancel();
        Assert.Empty(sink.Values);
        Assert.All(calls.Tokens, token => Assert.True(token.IsCancellationRequested));

        calls.Release();
        var resumed = node.Run(Graph(source, calls, sink), restore: checkpoint).Start();
        resumed.Until(() => sink.Values.Count == 5);
        resumed.Cancel();

        Assert.Equal([0L, 1, 2, 3, 4], sink.Values);
        Assert.Equal([0L, 0, 1, 1, 2, 2, 3, 3, 4, 4], calls.Asked.Order());
    }

    [Fact]
    [Trait("rule", "A3")]
    public void A_time_out_is_noticed_while_the_queue_is_full_and_nothing_else_happens()
    {
        using var node = new TestNode();
        var sink = new GatedSink<long>();
        sink.Open();
        var source = new QueueSource<long>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        AsyncDataStream.OrderedWait(
            environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "queue"),
            (long _, CancellationToken _) => new TaskCompletionSource<long>().Task, TimeSpan.FromMilliseconds(30), 1).SinkTo(sink);
        var run = node.Run(environment.CreateJobGraph("timeout")).Start();

        source.Add(1);
        source.Add(2);
        run.Until(() => run.Failures.Count > 0);

        Assert.Contains("TimeoutException", run.Failures[0].Message, StringComparison.Ordinal);
        Assert.Equal(ErrorDomain.Function, run.Failures[0].Domain);
    }

    private static async Task<long> AnswerAsync(long number, CancellationToken cancellationToken)
    {
        if (number % 5 == 0)
            await Task.Yield();
        if (number % 7 == 0)
            await Task.Run(static () => Thread.Yield(), cancellationToken);
        return number;
    }

    private static JobGraph Graph(QueueSource<long> source, Held calls, GatedSink<long> sink)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var numbers = environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "queue").Uid("queue").Rebalance();
        AsyncDataStream.OrderedWait(numbers, calls.AnswerAsync, TimeSpan.Zero).Uid("ask").SinkTo(sink).Uid("sink");
        return environment.CreateJobGraph("ask");
    }

    // Lets calls end when so many are there.
    private sealed class Calls(int together)
    {
        private readonly List<TaskCompletionSource> _waiting = [];
        private int _inFlight;

        public int Most { get; private set; }

        public async Task<long> AnswerAsync(long number, CancellationToken cancellationToken)
        {
            TaskCompletionSource own = new(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_waiting)
            {
                Most = Math.Max(Most, ++_inFlight);
                _waiting.Add(own);
                if (_waiting.Count == together)
                {
                    _waiting.ForEach(each => each.SetResult());
                    _waiting.Clear();
                }
            }

            await own.Task.WaitAsync(cancellationToken);
            lock (_waiting)
                _inFlight--;
            return number;
        }
    }

    // Holds calls until they are released.
    private sealed class Held
    {
        private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentQueue<long> _asked = new();
        private readonly ConcurrentQueue<CancellationToken> _tokens = new();

        public IReadOnlyCollection<long> Asked => [.. _asked];

        public IReadOnlyCollection<CancellationToken> Tokens => [.. _tokens];

        public void Release() => _release.SetResult();

        public async Task<long> AnswerAsync(long number, CancellationToken cancellationToken)
        {
            _asked.Enqueue(number);
            _tokens.Enqueue(cancellationToken);
            await _release.Task.WaitAsync(cancellationToken);
            return number;
        }
    }
}
