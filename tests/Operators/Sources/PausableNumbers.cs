namespace Akka.Flink.Operators.Tests.Sources;

using Akka.Flink.Sources;
using Akka.Flink.State;

/// <summary>Numbers of a reader that can let splits wait, and notes when it is told to.</summary>
internal sealed class PausableNumbers(List<string> log) : ISource<long, RangeSplit, RangeSplit[]>
{
    private readonly GeneratorSource<long> _numbers = new(1, number => number);

    public Boundedness Boundedness => Boundedness.Bounded;

    public ITypeSerializer<RangeSplit> SplitSerializer => _numbers.SplitSerializer;

    public ITypeSerializer<RangeSplit[]> EnumeratorStateSerializer => _numbers.EnumeratorStateSerializer;

    public ISplitEnumerator<RangeSplit, RangeSplit[]> CreateEnumerator(ISplitEnumeratorContext<RangeSplit> context) =>
        _numbers.CreateEnumerator(context);

    public ISplitEnumerator<RangeSplit, RangeSplit[]> RestoreEnumerator(
        ISplitEnumeratorContext<RangeSplit> context, RangeSplit[] state) => _numbers.RestoreEnumerator(context, state);

    public ISourceReader<long, RangeSplit> CreateReader(ISourceReaderContext context) => new Reader(log);

    private sealed class Reader(List<string> log) : ISourceReader<long, RangeSplit>, ISplitPausing
    {
        public void Start()
        {
        }

        public PollStatus TryPoll(SourceBatch<long> batch) => PollStatus.NothingAvailable;

        public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

        public void AddSplits(IReadOnlyList<RangeSplit> splits)
        {
        }

        public void NoMoreSplits()
        {
        }

        public IReadOnlyList<RangeSplit> SnapshotState(long checkpointId) => [];

        public void PauseSplits(IReadOnlyCollection<string> splitIds) => log.AddRange(splitIds.Select(id => $"pause {id}"));

        public void ResumeSplits(IReadOnlyCollection<string> splitIds) => log.AddRange(splitIds.Select(id => $"resume {id}"));
    }
}
