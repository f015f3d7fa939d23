namespace Akka.Flink.Operators;

/// <summary>An operator with one input and one main output.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>It hands watermarks, status and end on; any watermark counts, also a smaller one than the last. An operator with timers
/// overrides <see cref="OutputOperator{TOut}.Advance"/>.</remarks>
public abstract class OneInputOperator<TIn, TOut> : OutputOperator<TOut>, IInput<TIn>
{
    /// <summary>An operator in a place, in front of an output.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    protected OneInputOperator(OperatorContext context, Output<TOut> output)
        : base(context, output)
    {
    }

    /// <inheritdoc/>
    public abstract int Process(RecordBatch<TIn> batch, int from);

    /// <inheritdoc/>
    public virtual bool ProcessWatermark(long watermarkMs) => AdvanceTo(watermarkMs);

    /// <inheritdoc/>
    public virtual bool ProcessStatus(bool idle) => EmitStatus(idle);

    /// <inheritdoc/>
    public virtual bool EndInput() => EmitEnd();
}
