namespace Akka.Flink.Operators.Tests.Joins;

using Akka.Flink.Functions;
using Akka.Flink.Operators.Tests.Windowing;
using Akka.Flink.State;

/// <summary>Runs an interval join, and replaces it by a restored one.</summary>
internal sealed class JoinHarness
{
    private static readonly OutputTag<Item> Late = new("late");

    private readonly IntervalBounds _bounds;
    private readonly bool _oneByOne;
    private TwoInputOperator<Item, Item, Pair> _operator;
    private long _snapshotId;

    public JoinHarness(IntervalBounds bounds, bool oneByOne = false)
    {
        _bounds = bounds;
        _oneByOne = oneByOne;
        _operator = Create();
        _operator.Open();
    }

    public List<Collected> Output { get; } = [];

    public int KeyCount => _operator.KeyedState!.KeyCount;

    public void Process(Item item, long timestampMs, bool isLeft)
    {
        var input = isLeft ? _operator.First : _operator.Second;
        var batch = new RecordBatch<Item>();
        batch.Add(item, timestampMs);
        while (input.Process(batch, 0) < 1)
            Resume();
        Resume();
    }

    public void Watermark(long watermarkMs)
    {
        if (!_operator.First.ProcessWatermark(watermarkMs) || !_operator.Second.ProcessWatermark(watermarkMs))
            Resume();
    }

    public void Restore()
    {
        var chunks = new Chunks();
        _operator.PrepareSnapshot();
        _operator.KeyedState!.BeginSnapshot(++_snapshotId, true, chunks);
        while (!_operator.KeyedState.WriteSlice(100))
        {
            // slice after slice
        }

        _operator = Create();
        foreach (var chunk in chunks.All)
            _operator.KeyedState!.Restore(chunk);
        _operator.KeyedState!.EndRestore();
        _operator.Open();
    }

    private void Resume()
    {
        for (var i = 0; !_operator.Resume(); i++)
            Assert.True(i < 100_000, "The operator does not come to an end.");
    }

    private TwoInputOperator<Item, Item, Pair> Create()
    {
        var sides = new SideOutputs();
        sides.Add(Late, new Output<Item>(new CollectingInput<Item>(Late.Id, Output, _oneByOne)));
        var context = new OperatorContext("join", "join", 0, 1, 8, new ProcessingClock()) { Sides = sides };
        return KeyCodecs.Visit(new Maker(context, new Output<Pair>(new CollectingInput<Pair>(null, Output, _oneByOne)), _bounds));
    }

    private sealed class Maker(OperatorContext context, Output<Pair> output, IntervalBounds bounds)
        : IKeyCodecVisitor<string, TwoInputOperator<Item, Item, Pair>>
    {
        public TwoInputOperator<Item, Item, Pair> Visit<TCodec>(TCodec codec)
            where TCodec : struct, IKeyCodec<string> =>
            new IntervalJoinOperator<string, TCodec, Item, Item, Pair>(
                context, output, codec, item => item.Key, item => item.Key, new IntervalJoinOptions<Item, Item>(bounds, Late, Late),
                new MakePairs());
    }

    private sealed class MakePairs : ProcessJoinFunction<Item, Item, Pair>
    {
        public override void ProcessElement(Item left, Item right, Context context, ICollector<Pair> output)
        {
            Assert.Equal(Math.Max(context.LeftTimestamp, context.RightTimestamp), context.Timestamp);
            output.Collect(new Pair(left.Key, left.Value, right.Value));
        }
    }

    private sealed class Chunks : IChunkWriter
    {
        public List<ReadOnlyMemory<byte>> All { get; } = [];

        public void Write(ReadOnlySpan<byte> chunk) => All.Add(chunk.ToArray());
    }
}
