namespace Akka.Flink.Operators;

/// <summary>An operator with a main output: it hands watermarks, status and end on, fires timers before a watermark goes on, and can stop
/// in the middle of that and go on.</summary>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>
/// At any time at most one of these is in progress: firing by the clock, or a watermark followed by a status. <see cref="Resume"/> goes on
/// with it once the outputs have taken what they held.
/// </remarks>
public abstract class OutputOperator<TOut> : Operator
{
    private readonly bool _hasSides;
    private bool _isFiring;
    private bool _isAdvancing;
    private bool? _statusBehind;

    /// <summary>An operator in a place, in front of an output.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    protected OutputOperator(OperatorContext context, Output<TOut> output)
        : base(context)
    {
        Output = output;
        Sides = context.Sides;
        _hasSides = !Sides.IsEmpty;
    }

    /// <summary>The current watermark; the smallest long before the first one.</summary>
    public long CurrentWatermark { get; private set; } = long.MinValue;

    /// <summary>Where the records go.</summary>
    protected Output<TOut> Output { get; }

    /// <summary>Where the records of side outputs go.</summary>
    protected SideOutputs Sides { get; }

    /// <summary>Whether more may be emitted, to the main output and the side outputs.</summary>
    protected bool IsWritable => Output.IsWritable && (!_hasSides || Sides.IsWritable);

    /// <inheritdoc/>
    public override bool OnProcessingTime()
    {
        _isFiring = true;
        return Continue();
    }

    /// <inheritdoc/>
    public override bool Resume() => Output.Resume() & Sides.Resume() && Continue();

    /// <inheritdoc/>
    internal override void TakeOver(Operator before)
    {
        CurrentWatermark = ((OutputOperator<TOut>)before).CurrentWatermark;
        Context.Metrics.CurrentWatermarkMs = CurrentWatermark;
    }

    /// <summary>Takes the watermark that holds for all inputs, then hands it on. A smaller one than the last is taken, too.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    /// <returns>Whether it was dealt with.</returns>
    protected bool AdvanceTo(long watermarkMs)
    {
        CurrentWatermark = watermarkMs;   // before anything fires: timers see the new one
        Context.Metrics.CurrentWatermarkMs = watermarkMs;
        _isAdvancing = true;
        return Continue();
    }

    /// <summary>Takes a watermark, then a status.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    /// <param name="idle">The status that goes on behind it.</param>
    /// <returns>Whether both were dealt with.</returns>
    protected bool AdvanceThenStatus(long watermarkMs, bool idle)
    {
        _statusBehind = idle;
        return AdvanceTo(watermarkMs);
    }

    /// <summary>Hands a status on.</summary>
    /// <param name="idle">Whether the stream is idle from now on.</param>
    /// <returns>Whether it was dealt with.</returns>
    protected bool EmitStatus(bool idle) => Output.EmitStatus(idle) & Sides.EmitStatus(idle);

    /// <summary>Hands the end on.</summary>
    /// <returns>Whether it was dealt with.</returns>
    protected bool EmitEnd() => Output.EmitEnd() & Sides.EmitEnd();

    /// <summary>Hands over what was collected: at the end of each batch and of firing.</summary>
    /// <returns>Whether everything was taken.</returns>
    protected bool Flush() => Output.Flush() & Sides.Flush();

    /// <summary>Fires what the current watermark has reached. Called again after it answered false, once outputs are writable.</summary>
    /// <returns>Whether all of it is done; false when an output turned unwritable in between.</returns>
    protected virtual bool Advance() => true;

    /// <summary>Fires what the clock has reached. Called again after it answered false, once outputs are writable.</summary>
    /// <returns>Whether all of it is done; false when an output turned unwritable in between.</returns>
    protected virtual bool FireByClock() => true;

    private bool Continue()
    {
        if (_isFiring)
        {
            if (!IsWritable || !FireByClock())
                return false;

            _isFiring = false;
            if (!Flush())
                return false;
        }

        return !_isAdvancing || ContinueAdvancing();
    }

    private bool ContinueAdvancing()
    {
        if (!IsWritable || !Advance())
            return false;

        _isAdvancing = false;
        var done = Output.EmitWatermark(CurrentWatermark) & Sides.EmitWatermark(CurrentWatermark);
        if (_statusBehind is { } idle)
        {
            _statusBehind = null;
            done = EmitStatus(idle) && done;
        }

        return done;
    }
}
