namespace Akka.Flink.Host.Tests.Output;

using Akka.Flink.Host.Output;
using Akka.Flink.Runtime;

public class JobViewerTests
{
    private readonly JobViewer _viewer = new("Clicks", JobEvents.Operators, JobEvents.Start, true);

    [Fact]
    public void Counts_records_a_second_between_reports()
    {
        _viewer.Apply(JobEvents.Report(1, 1_000));
        _viewer.Apply(JobEvents.Report(3, 5_000));

        Assert.Equal(2_000, _viewer.View.Operators[0].OutPerSecond);
        Assert.Equal(1_000, _viewer.View.Operators[1].RecordsIn);
        Assert.Equal(400, _viewer.View.Operators[1].InPerSecond);
    }

    [Fact]
    public void Joins_subtasks_and_takes_the_lowest_watermark()
    {
        _viewer.Apply(JobEvents.Report(1, 1_000));

        Assert.Equal(2, _viewer.View.Operators[1].Subtasks);
        Assert.Equal(JobEvents.Start.ToUnixTimeMilliseconds() - 5_000, _viewer.View.Operators[1].WatermarkMs);
    }

    [Fact]
    public void Shows_the_part_of_the_time_without_credit()
    {
        _viewer.Apply(JobEvents.Report(1, 1_000, pressureMs: 100));
        _viewer.Apply(JobEvents.Report(3, 2_000, pressureMs: 1_100));

        Assert.Equal(0.5, _viewer.View.Operators[0].BackPressure);
    }

    [Fact]
    public void A_new_attempt_counts_from_zero()
    {
        _viewer.Apply(JobEvents.Report(1, 50_000));
        _viewer.Apply(new AttemptBegan(JobEvents.Job, JobEvents.At(2), 2, null, []));
        _viewer.Apply(JobEvents.Report(3, 1_000, attempt: 2));

        Assert.Equal(2, _viewer.View.Attempt);
        Assert.Equal(1_000, _viewer.View.Operators[0].OutPerSecond);
    }

    [Fact]
    public void Counts_checkpoints_and_failures()
    {
        _viewer.Apply(JobEvents.Checkpoint(1, 7));
        _viewer.Apply(new AttemptFailed(JobEvents.Job, JobEvents.At(2), 1, JobEvents.Failure("boom"), TimeSpan.FromSeconds(1)));

        Assert.Equal(1, _viewer.View.Checkpoints);
        Assert.Equal(7, _viewer.View.Checkpoint!.Checkpoint.Number);
        Assert.Equal(1, _viewer.View.Failures);
    }
}
