namespace Akka.Flink.Operators.Tests.Sources;

using Akka.Flink.Sources;
using Akka.Flink.State;

/// <summary>Finds a range of ten numbers with each call of <paramref name="find"/>, and gives it to the readers in turn.</summary>
/// <param name="find">Gives the first number of the next range; null when there are no more.</param>
/// <param name="period">Between two calls; null to call once.</param>
internal sealed class DiscoveringSource(Func<CancellationToken, Task<long?>> find, TimeSpan? period)
    : ISource<long, RangeSplit, RangeSplit[]>
{
    public List<Exception> Failures { get; } = [];

    public Boundedness Boundedness => Boundedness.Bounded;

    public ITypeSerializer<RangeSplit> SplitSerializer => TypeSerializers.For<RangeSplit>();

    public ITypeSerializer<RangeSplit[]> EnumeratorStateSerializer => TypeSerializers.For<RangeSplit[]>();

    public ISplitEnumerator<RangeSplit, RangeSplit[]> CreateEnumerator(ISplitEnumeratorContext<RangeSplit> context) =>
        new Enumerator(context, find, period, Failures);

    public ISplitEnumerator<RangeSplit, RangeSplit[]> RestoreEnumerator(ISplitEnumeratorContext<RangeSplit> context, RangeSplit[] state) =>
        CreateEnumerator(context);

    public ISourceReader<long, RangeSplit> CreateReader(ISourceReaderContext context) =>
        new GeneratorSource<long>(0, static number => number).CreateReader(context);

    private sealed class Enumerator(
        ISplitEnumeratorContext<RangeSplit> context, Func<CancellationToken, Task<long?>> find, TimeSpan? period, List<Exception> failures)
        : ISplitEnumerator<RangeSplit, RangeSplit[]>
    {
        private int _found;

        public void Start()
        {
            if (period is { } each)
                context.CallPeriodically(find, Handle, TimeSpan.Zero, each);
            else
                context.CallAsync(find, Handle);
        }

        public void AddReader(int subtask)
        {
        }

        public void HandleSplitRequest(int subtask) => throw new InvalidOperationException("nobody may ask");

        public void AddSplitsBack(IReadOnlyList<RangeSplit> splits, int subtask)
        {
        }

        public RangeSplit[] SnapshotState(long checkpointId) => [];

        private void Handle(long? first, Exception? failure)
        {
            if (failure is not null)
                failures.Add(failure);
            else if (first is { } number)
                context.AssignSplit(new RangeSplit($"{number}", number, number + 10), _found++ % context.CurrentParallelism);

            if (failure is not null || first is { } last && period is not null && last < 20)
                return;

            for (var i = 0; i < context.CurrentParallelism; i++)
                context.SignalNoMoreSplits(i);
        }
    }
}
