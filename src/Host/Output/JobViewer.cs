namespace Akka.Flink.Host.Output;

using System.Collections.Immutable;
using Akka.Flink.Runtime;

/// <summary>Turns what is heard of a job into what there is to see.</summary>
/// <param name="name">The job's name.</param>
/// <param name="operators">Its operators, upstream first.</param>
/// <param name="began">When this run began.</param>
/// <param name="takesCheckpoints">Whether the job takes checkpoints.</param>
/// <remarks><para><b>Threads.</b> One at a time.</para></remarks>
internal sealed class JobViewer(
    string name, IReadOnlyList<WatchedOperator> operators, DateTimeOffset began, bool takesCheckpoints)
{
    private JobReport? _previous;

    /// <summary>What there is to see now.</summary>
    public JobView View { get; private set; } = JobView.Of(name, began) with { TakesCheckpoints = takesCheckpoints };

    /// <summary>Takes in an event.</summary>
    /// <param name="heard">The event.</param>
    public void Apply(JobEvent heard)
    {
        View = heard switch
        {
            StatusChanged changed => View with { Status = changed.Status },
            AttemptBegan attempt => Begin(attempt),
            CheckpointDone done => View with { Checkpoint = done, Checkpoints = View.Checkpoints + 1 },
            AttemptFailed => View with { Failures = View.Failures + 1 },
            JobReport report => Count(report),
            _ => View,
        } with
        { At = heard.At };
    }

    private JobView Begin(AttemptBegan attempt)
    {
        _previous = null;
        return View with { Attempt = attempt.Attempt, Operators = [] };
    }

    private JobView Count(JobReport report)
    {
        var before = _previous is { } previous && IsSameAttempt(previous, report) ? previous : null;
        var seconds = before is null ? (report.At - View.At).TotalSeconds : (report.At - before.At).TotalSeconds;
        _previous = report;
        var rows = ImmutableArray.CreateBuilder<OperatorRow>();
        foreach (var each in operators)
        {
            if (Row(each, report.Tasks, before?.Tasks ?? [], Math.Max(seconds, 0.001)) is { } row)
                rows.Add(row);
        }

        return View with { Operators = rows.ToImmutable(), Checkpoint = report.LastCheckpoint ?? View.Checkpoint };
    }

    private static bool IsSameAttempt(JobReport left, JobReport right) =>
        left.Tasks.Count > 0 && right.Tasks.Count > 0 && left.Tasks[0].Attempt == right.Tasks[0].Attempt;

    private static OperatorRow? Row(
        WatchedOperator each, IReadOnlyList<TaskMetrics> now, IReadOnlyList<TaskMetrics> before, double seconds)
    {
        var samples = Samples(each.Uid, now);
        if (samples.Count == 0)
            return null;

        var (recordsIn, recordsOut) = (samples.Sum(sample => sample.Sample.RecordsIn), samples.Sum(sample => sample.Sample.RecordsOut));
        var earlier = Samples(each.Uid, before);
        var (inBefore, outBefore) = (earlier.Sum(sample => sample.Sample.RecordsIn), earlier.Sum(sample => sample.Sample.RecordsOut));
        return new OperatorRow(
            each.Uid,
            samples[0].Sample.Name,
            each.IsSource,
            each.IsSink,
            samples.Count,
            recordsIn,
            recordsOut,
            Math.Max(0, recordsIn - inBefore) / seconds,
            Math.Max(0, recordsOut - outBefore) / seconds,
            samples.Min(sample => sample.Sample.WatermarkMs),
            samples.Max(sample => Pressure(sample.Task, before, seconds)));
    }

    private static List<(TaskMetrics Task, OperatorMetricsSample Sample)> Samples(string uid, IReadOnlyList<TaskMetrics> tasks)
    {
        var samples = new List<(TaskMetrics, OperatorMetricsSample)>();
        foreach (var task in tasks)
        {
            foreach (var sample in task.Operators)
            {
                if (sample.Uid == uid)
                    samples.Add((task, sample));
            }
        }

        return samples;
    }

    private static double Pressure(TaskMetrics task, IReadOnlyList<TaskMetrics> before, double seconds)
    {
        var earlier = before.FirstOrDefault(each => each.Subtask == task.Subtask)?.BackPressuredMs ?? 0;
        return Math.Clamp((task.BackPressuredMs - earlier) / (seconds * 1000), 0, 1);
    }
}
