namespace Akka.Flink.Operators;

/// <summary>An operator with two inputs and one main output.</summary>
/// <typeparam name="TFirst">The type of the first input.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Time.</b> The current watermark is that of <see cref="CombinedWatermark"/>; it only rises.</para></remarks>
public abstract class TwoInputOperator<TFirst, TSecond, TOut> : OutputOperator<TOut>
{
    private CombinedWatermark _combined = new(2);
    private int _openInputs = 2;

    /// <summary>An operator in a place, in front of an output.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    protected TwoInputOperator(OperatorContext context, Output<TOut> output)
        : base(context, output)
    {
        First = new FirstInput(this);
        Second = new SecondInput(this);
    }

    /// <summary>The first input.</summary>
    public IInput<TFirst> First { get; }

    /// <summary>The second input.</summary>
    public IInput<TSecond> Second { get; }

    /// <inheritdoc/>
    internal override void TakeOver(Operator before)
    {
        base.TakeOver(before);
        var same = (TwoInputOperator<TFirst, TSecond, TOut>)before;
        _combined = same._combined.Copy();   // several new subtasks may take over from one
        _openInputs = same._openInputs;
    }

    /// <summary>Processes records of the first input; as <see cref="IInput{T}.Process"/>.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="from">The first record to process.</param>
    /// <returns>The first record that was not processed.</returns>
    protected abstract int ProcessFirst(RecordBatch<TFirst> batch, int from);

    /// <summary>Processes records of the second input; as <see cref="IInput{T}.Process"/>.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="from">The first record to process.</param>
    /// <returns>The first record that was not processed.</returns>
    protected abstract int ProcessSecond(RecordBatch<TSecond> batch, int from);

    /// <summary>Called when one input has ended.</summary>
    /// <param name="input">0 for the first, 1 for the second.</param>
    protected virtual void OnInputEnded(int input)
    {
    }

    private bool TakeWatermark(int input, long watermarkMs) =>
        !_combined.SetWatermark(input, watermarkMs) || AdvanceTo(_combined.WatermarkMs);

    private bool TakeStatus(int input, bool idle)
    {
        var wasIdle = _combined.IsIdle;
        var hasRisen = _combined.SetIdle(input, idle);
        var hasChanged = wasIdle != _combined.IsIdle;
        if (hasRisen)
            return hasChanged ? AdvanceThenStatus(_combined.WatermarkMs, idle) : AdvanceTo(_combined.WatermarkMs);

        return !hasChanged || EmitStatus(idle);
    }

    private bool TakeEnd(int input)
    {
        OnInputEnded(input);
        return --_openInputs > 0 ? Flush() : EmitEnd();
    }

    private sealed class FirstInput(TwoInputOperator<TFirst, TSecond, TOut> owner) : IInput<TFirst>
    {
        public int Process(RecordBatch<TFirst> batch, int from) => owner.ProcessFirst(batch, from);

        public bool ProcessWatermark(long watermarkMs) => owner.TakeWatermark(0, watermarkMs);

        public bool ProcessStatus(bool idle) => owner.TakeStatus(0, idle);

        public bool EndInput() => owner.TakeEnd(0);

        public bool Resume() => owner.Resume();
    }

    private sealed class SecondInput(TwoInputOperator<TFirst, TSecond, TOut> owner) : IInput<TSecond>
    {
        public int Process(RecordBatch<TSecond> batch, int from) => owner.ProcessSecond(batch, from);

        public bool ProcessWatermark(long watermarkMs) => owner.TakeWatermark(1, watermarkMs);

        public bool ProcessStatus(bool idle) => owner.TakeStatus(1, idle);

        public bool EndInput() => owner.TakeEnd(1);

        public bool Resume() => owner.Resume();
    }
}
