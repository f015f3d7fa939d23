namespace Akka.Flink.Operators;

using Akka.Flink.Sources;

/// <summary>How a source of a subtask waits for others: tells how far it is, learns how far it may go, and pauses splits.</summary>
/// <param name="alignment">The settings.</param>
/// <param name="context">Where the source runs.</param>
/// <param name="reader">The reader, if it can let splits wait; null otherwise.</param>
/// <param name="align">Finds splits that are ahead, and those that are not any more.</param>
internal sealed class SourceAlignment(
    WatermarkAlignment alignment, OperatorContext context, ISplitPausing? reader, Action<long, List<string>, List<string>> align)
{
    private readonly List<string> _toPause = [];
    private readonly List<string> _toResume = [];
    private long _nextReportMs;

    /// <summary>How far watermarks may go.</summary>
    public long MaxWatermarkMs { get; set; } = long.MaxValue;

    /// <summary>Settles when the next report is due.</summary>
    public void SetNextReport()
    {
        _nextReportMs = context.Clock.NowMs + (long)alignment.UpdateInterval.TotalMilliseconds;
        context.Clock.WakeUpAt(_nextReportMs);
    }

    /// <summary>Whether the watermark is to be reported now; then the next report is settled.</summary>
    public bool IsReportDue()
    {
        var isDue = context.Clock.NowMs >= _nextReportMs;
        if (isDue)
            SetNextReport();
        else
            context.Clock.WakeUpAt(_nextReportMs);
        return isDue;
    }

    /// <summary>Pauses the splits that are ahead, and goes on with those that are not any more.</summary>
    public void AlignSplits()
    {
        if (reader is null)
            return;

        align(MaxWatermarkMs, _toPause, _toResume);
        if (_toPause.Count > 0)
            reader.PauseSplits([.. _toPause]);
        if (_toResume.Count > 0)
            reader.ResumeSplits([.. _toResume]);
        _toPause.Clear();
        _toResume.Clear();
    }
}
