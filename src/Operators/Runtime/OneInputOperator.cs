namespace Akka.Flink.Operators;

/// <summary>An operator with one input and one main output.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>It hands watermarks, status and end on. An operator with timers overrides <see cref="Advance"/>, which is called before a watermark goes on and may stop and be called again.</remarks>
public abstract class OneInputOperator<TIn, TOut> : Operator, IInput<TIn>
{
    private bool _isAdvancing;

    /// <summary>An operator in a place, in front of an output.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    protected OneInputOperator(OperatorContext context, Output<TOut> output)
        : base(context) => Output = output;

    /// <summary>The current watermark; the smallest long before the first one.</summary>
    public long CurrentWatermark { get; private set; } = long.MinValue;

    /// <summary>Where the records go.</summary>
    protected Output<TOut> Output { get; }

    /// <inheritdoc/>
    public abstract int Process(RecordBatch<TIn> batch, int from);

    /// <inheritdoc/>
    public virtual bool ProcessWatermark(long watermarkMs)
    {
        CurrentWatermark = watermarkMs;   // before anything fires: timers see the new one
        _isAdvancing = true;
        return ContinueAdvancing();
    }

    /// <inheritdoc/>
    public virtual bool ProcessStatus(bool idle) => Output.EmitStatus(idle);

    /// <inheritdoc/>
    public virtual bool EndInput() => Output.EmitEnd();

    /// <inheritdoc cref="IInput{T}.Resume"/>
    public override bool Resume() => Output.Resume() && ContinueAdvancing();

    /// <summary>Fires what the current watermark has reached.</summary>
    /// <returns>Whether all of it is done; false when the output turned unwritable in between.</returns>
    protected virtual bool Advance() => true;

    private bool ContinueAdvancing()
    {
        if (!_isAdvancing)
            return true;
        if (!Output.IsWritable || !Advance())
            return false;

        _isAdvancing = false;
        return Output.EmitWatermark(CurrentWatermark);
    }
}
