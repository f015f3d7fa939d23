namespace Akka.Flink.Host.Output;

using Akka.Flink.Runtime;

/// <summary>What is said at the end of a run.</summary>
internal static class Summary
{
    /// <summary>The lines.</summary>
    /// <param name="outcome">How the run ended.</param>
    /// <param name="view">What was seen last.</param>
    /// <param name="sources">The uids of the job's sources.</param>
    /// <param name="results">Where results are, a line for each sink that can say so.</param>
    public static IReadOnlyList<string> Of(
        JobOutcome outcome, JobView view, IReadOnlyList<string> sources, IReadOnlyList<string> results)
    {
        var lines = new List<string> { $"Job '{view.Name}' {Word(outcome.Status)} after {Figures.Time(outcome.Duration)}." };
        if (outcome.Failure is { } failure)
            lines.Add(failure.Message);
        AddRecords(lines, outcome, sources);
        if (outcome.LastCheckpoint is { } checkpoint)
            lines.Add($"  checkpoints  {view.Checkpoints} in this run; the last is {checkpoint.Number} of attempt {checkpoint.Attempt}");
        foreach (var result in results)
            lines.Add($"  results      {result}");
        return lines;
    }

    private static string Word(JobStatus status) => status switch
    {
        JobStatus.Finished => "finished",
        JobStatus.Suspended => "was stopped",
        JobStatus.Canceled => "was canceled",
        _ => "failed",
    };

    private static void AddRecords(List<string> lines, JobOutcome outcome, IReadOnlyList<string> sources)
    {
        var samples = outcome.Tasks.SelectMany(task => task.Operators).ToLookup(sample => sample.Uid);
        if (samples.Count == 0)
            return;

        var read = sources.SelectMany(uid => samples[uid]).Sum(sample => sample.RecordsOut);
        var seconds = Math.Max(outcome.Duration.TotalSeconds, 0.001);
        lines.Add($"  records      {Figures.Count(read)} read, {Figures.Rate(read / seconds)}");
        foreach (var (name, number) in samples.SelectMany(each => each).SelectMany(sample => sample.Counters)
            .GroupBy(counter => counter.Key).Select(group => (group.Key, group.Sum(counter => counter.Value))))
        {
            if (number > 0)
                lines.Add($"  {name,-12} {Figures.Count(number)}");
        }
    }
}
