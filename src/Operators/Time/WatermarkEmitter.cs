namespace Akka.Flink.Operators;

/// <summary>Puts the watermarks of a generator behind the records of an output and of the side outputs: only those that rise, and a
/// status when it changes.</summary>
/// <param name="output">The output.</param>
/// <param name="context">Where the operator runs.</param>
internal sealed class WatermarkEmitter(OutputControl output, OperatorContext context) : IWatermarkOutput
{
    private bool _isIdle;

    /// <summary>Whether the last status was idle.</summary>
    public bool IsIdle => _isIdle;

    /// <summary>The last watermark.</summary>
    public long CurrentMs { get; private set; } = long.MinValue;

    /// <summary>Takes over watermark and status; see <see cref="Operator.TakeOver"/>.</summary>
    /// <param name="before">What stood here before.</param>
    public void TakeOver(WatermarkEmitter before)
    {
        CurrentMs = before.CurrentMs;
        _isIdle = before._isIdle;
    }

    public void EmitWatermark(long timestampMs)
    {
        if (timestampMs <= CurrentMs)
            return;

        CurrentMs = timestampMs;
        MarkActive();
        context.Metrics.CurrentWatermarkMs = timestampMs;
        output.EmitWatermark(timestampMs);
        context.Sides.EmitWatermark(timestampMs);
    }

    public void MarkIdle()
    {
        if (_isIdle)
            return;

        _isIdle = true;
        EmitStatus(idle: true);
    }

    public void MarkActive()
    {
        if (!_isIdle)
            return;

        _isIdle = false;
        EmitStatus(idle: false);
    }

    private void EmitStatus(bool idle)
    {
        output.EmitStatus(idle);
        context.Sides.EmitStatus(idle);
    }
}
