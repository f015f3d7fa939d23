namespace Akka.Flink.Runtime.Tests.Tasks.Support;

using System.Collections.Concurrent;
using Akka.Flink.Sources;
using Akka.Flink.State;

/// <summary>Gives what a test puts in, in subtask 0, and nothing until then. Its state is how many records it has given.</summary>
internal sealed class QueueSource<T> : ISource<T, RangeSplit, long>
{
    private readonly ConcurrentQueue<(T Value, long TimestampMs)> _queue = new();
    private volatile bool _isComplete;
    private TaskCompletionSource _arrival = NewArrival();

    public Boundedness Boundedness => Boundedness.ContinuousUnbounded;

    public ITypeSerializer<RangeSplit> SplitSerializer => TypeSerializers.For<RangeSplit>();

    public ITypeSerializer<long> EnumeratorStateSerializer => TypeSerializers.For<long>();

    public void Add(T value, long timestampMs = 0)
    {
        _queue.Enqueue((value, timestampMs));
        Interlocked.Exchange(ref _arrival, NewArrival()).TrySetResult();
    }

    public void Complete()
    {
        _isComplete = true;
        Interlocked.Exchange(ref _arrival, NewArrival()).TrySetResult();
    }

    public ISplitEnumerator<RangeSplit, long> CreateEnumerator(ISplitEnumeratorContext<RangeSplit> context) => new Enumerator();

    public ISplitEnumerator<RangeSplit, long> RestoreEnumerator(ISplitEnumeratorContext<RangeSplit> context, long state) =>
        CreateEnumerator(context);

    public ISourceReader<T, RangeSplit> CreateReader(ISourceReaderContext context) => new Reader(this);

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Enumerator : ISplitEnumerator<RangeSplit, long>
    {
        public void Start()
        {
        }

        public void AddReader(int subtask)
        {
        }

        public void HandleSplitRequest(int subtask)
        {
        }

        public void AddSplitsBack(IReadOnlyList<RangeSplit> splits, int subtask)
        {
        }

        public long SnapshotState(long checkpointId) => 0;
    }

    private sealed class Reader(QueueSource<T> source) : ISourceReader<T, RangeSplit>
    {
        public void Start()
        {
        }

        public PollStatus TryPoll(SourceBatch<T> batch)
        {
            var isComplete = source._isComplete;
            while (batch.Records.Count < batch.Limit && source._queue.TryDequeue(out var next))
                batch.Add(next.Value, next.TimestampMs);
            if (batch.Records.Count > 0)
                return PollStatus.MoreAvailable;

            return isComplete ? PollStatus.EndOfInput : PollStatus.NothingAvailable;
        }

        public async Task WaitAsync(CancellationToken cancellationToken)
        {
            var arrival = Volatile.Read(ref source._arrival);
            if (source._queue.IsEmpty && !source._isComplete)
                await arrival.Task.WaitAsync(cancellationToken);
        }

        public void NoMoreSplits()
        {
        }

        public void AddSplits(IReadOnlyList<RangeSplit> splits)
        {
        }

        public IReadOnlyList<RangeSplit> SnapshotState(long checkpointId) => [];
    }
}
