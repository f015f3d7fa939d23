namespace Akka.Flink.Operators.Tests;

using Akka.Flink.Operators;

/// <summary>Runs a program between an inlet that a test feeds and an outlet that notes what arrives, on the operators themselves.</summary>
internal sealed class Script<TIn, TOut>
{
    private readonly Func<DataStream<TIn>, DataStream<TIn>, DataStream<TOut>> _program;
    private readonly SynchronousDriverOptions _options;
    private readonly ProcessingClock _clock = new();
    private List<(OperatorNode Node, Operator Operator)> _operators = [];
    private Inlet<TIn>[] _inlets = [];
    private JobSnapshot? _snapshot;

    public Script(
        Func<DataStream<TIn>, DataStream<TOut>> program,
            SynchronousDriverOptions? options = null, int parallelism = 1, params OutputTag<TOut>[] sideTags)
        : this((first, _) => program(first), options, parallelism, sideTags)
    {
    }

    public Script(
        Func<DataStream<TIn>, DataStream<TIn>, DataStream<TOut>> program,
        SynchronousDriverOptions? options = null,
        int parallelism = 1,
        params OutputTag<TOut>[] sideTags)
    {
        SideTags = sideTags;
        _program = program;
        _options = options ?? new SynchronousDriverOptions();
        Build(parallelism);
    }

    /// <summary>The side outputs that are noted, too, with the tag before them.</summary>
    public IReadOnlyList<OutputTag<TOut>> SideTags { get; }

    /// <summary>What arrived: <c>value@timestamp</c>, <c>W(watermark)</c>, <c>idle</c>, <c>active</c>, <c>end</c>.</summary>
    public List<string> Output { get; } = [];

    /// <summary>The operators that were made.</summary>
    public IEnumerable<Operator> Operators => _operators.Select(each => each.Operator);

    /// <summary>What arrived since the last call.</summary>
    public string[] Take()
    {
        string[] taken = [.. Output];
        Output.Clear();
        return taken;
    }

    public Script<TIn, TOut> Record(TIn value, long timestampMs = RecordBatch<TIn>.NoTimestamp, int side = 1)
    {
        _inlets[side - 1].Out.Collect(value, timestampMs);
        _inlets[side - 1].Out.Flush();
        return this;
    }

    public Script<TIn, TOut> Records(params (TIn Value, long TimestampMs)[] records)
    {
        foreach (var (value, timestampMs) in records)
            _inlets[0].Out.Collect(value, timestampMs);
        _inlets[0].Out.Flush();
        return this;
    }

    public Script<TIn, TOut> Watermark(long watermarkMs, int side = 1)
    {
        _inlets[side - 1].Out.EmitWatermark(watermarkMs);
        return this;
    }

    public Script<TIn, TOut> Status(bool idle, int side = 1)
    {
        _inlets[side - 1].Out.EmitStatus(idle);
        return this;
    }

    public Script<TIn, TOut> End(int side = 1)
    {
        _inlets[side - 1].Out.EmitWatermark(long.MaxValue);
        _inlets[side - 1].Out.EmitEnd();
        return this;
    }

    public Script<TIn, TOut> ProcessingTime(long nowMs)
    {
        _clock.Set(nowMs);
        _clock.ClearWakeUp();
        for (var i = _operators.Count - 1; i >= 0; i--)
            _operators[i].Operator.OnProcessingTime();
        return this;
    }

    public Script<TIn, TOut> SnapshotRestore(int parallelism = 1)
    {
        _snapshot = SnapshotTransfer.Take(_snapshot?.CheckpointId + 1 ?? 1, _operators, [], 100);
        Build(parallelism);
        return this;
    }

    private void Build(int parallelism)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment().SetParallelism(parallelism);
        OperatorNode<TIn>[] inlets = [NewInlet(environment), NewInlet(environment)];
        var program = _program(new DataStream<TIn>(inlets[0].Result), new DataStream<TIn>(inlets[1].Result));
        _ = new OperatorNode<TOut>(
            environment, "outlet", new OutletFactory<TOut>(Output) { Input = program.Transformation }) { FixedParallelismLimit = 1 };
        foreach (var tag in SideTags)
        {
            var side = ((SingleOutputStreamOperator<TOut>)program).GetSideOutput(tag);
            _ = new OperatorNode<TOut>(environment, tag.Id, new OutletFactory<TOut>(Output, $"{tag.Id}: ") { Input = side.Transformation });
        }

        environment.CreateJobGraph("test");

        var builder = new JobBuilder(_options, _clock) { HasValves = parallelism > 1 };
        _inlets = Array.ConvertAll(inlets, inlet => (Inlet<TIn>)builder.OperatorOf(inlet, 0));
        _operators = builder.Operators;
        if (_snapshot is not null)
            SnapshotTransfer.Restore(_snapshot, _operators, []);
        foreach (var (_, made) in _operators)
            made.Open();
    }

    private static OperatorNode<TIn> NewInlet(StreamExecutionEnvironment environment) =>
        new(environment, "inlet", new InletFactory<TIn>()) { FixedParallelismLimit = 1 };
}
