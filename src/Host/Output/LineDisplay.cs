namespace Akka.Flink.Host.Output;

using Akka.Flink.Runtime;

/// <summary>Shows a job where there is no terminal: a line every ten seconds.</summary>
/// <param name="output">Where to.</param>
internal sealed class LineDisplay(TextWriter output) : IJobDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public void Show(JobView view)
    {
        if (_next == DateTimeOffset.MinValue)
            _next = view.Began + Interval;
        if (view.At < _next || view.Status != JobStatus.Running)
            return;

        _next = view.At + Interval;
        Line(Describe(view));
    }

    public void Line(string text)
    {
        lock (_lock)
            output.WriteLine(text);
    }

    public void Dispose() => output.Flush();

    private static string Describe(JobView view)
    {
        var parts = new List<string> { $"{Figures.Time(view.At - view.Began)}: {view.Status.ToString().ToLowerInvariant()}" };
        if (view.Sinks.Any())
        {
            var (read, perSecond) = (view.Sources.Sum(row => row.RecordsOut), view.Sources.Sum(row => row.OutPerSecond));
            parts.Add($"read {Figures.Count(read)} ({Figures.Rate(perSecond)})");
            var (written, writtenPerSecond) = (view.Sinks.Sum(row => row.RecordsIn), view.Sinks.Sum(row => row.InPerSecond));
            parts.Add($"written {Figures.Count(written)} ({Figures.Rate(writtenPerSecond)})");
            parts.Add($"watermark {Figures.Watermark(view.Sinks.Min(row => row.WatermarkMs))}");
            parts.Add($"back pressure {Figures.Percent(view.Operators.Max(row => row.BackPressure))}");
        }

        if (view.Checkpoint is { } done)
            parts.Add(CheckpointText.Of(done, view.At));
        return string.Join(" | ", parts);
    }
}
